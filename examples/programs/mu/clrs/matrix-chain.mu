// The fewest multiplications of numbers that a product of matrices takes; matrix i has sizes[i] rows
// and sizes[i + 1] columns.
fn positive(xs: [int]) -> bool {
  for x in xs {
    if x < 1 {
      return false
    }
  }
  return true
}

fn main(sizes: [int]) -> int
    requires len(sizes) >= 2
    requires positive(sizes) {
  let count = len(sizes) - 1
  // costs[i][length]: for the product of `length` matrices from i on.
  let costs: [[int]] = []
  for i in 0..count {
    push(costs, [0, 0])
  }
  for length in 2..count + 1 {
    for i in 0..count - length + 1 {
      var best = -1
      for left in 1..length {
        let outer = sizes[i] * sizes[i + left] * sizes[i + length]
        let cost = costs[i][left] + costs[i + left][length - left] + outer
        if best < 0 || cost < best {
          best = cost
        }
      }
      push(costs[i], best)
    }
  }
  return costs[0][count]
}
