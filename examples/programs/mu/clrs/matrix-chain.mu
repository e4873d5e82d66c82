// The fewest multiplications of numbers that a product of matrices takes; matrix i has sizes[i] rows
// and sizes[i + 1] columns.
fn main(sizes: [int]) -> int
    requires len(sizes) >= 2
    requires minimum(sizes) >= 1
    ensures result >= 0 {
  let n = len(sizes) - 1
  // costs[i][length]: for the product of `length` matrices from i on.
  let costs: [[int]] = []
  for _ in 0..n {
    push(costs, [0, 0])
  }
  for length in 2..n + 1 {
    for i in 0..n - length + 1
        invariant len(costs[i]) == length {
      var best: int? = none
      for left in 1..length {
        let outer = sizes[i] * sizes[i + left] * sizes[i + length]
        let cost = costs[i][left] + costs[i + left][length - left] + outer
        best = some(min(cost, or_else(best, cost)))
      }
      push(costs[i], unwrap(best))
    }
  }
  return costs[0][n]
}
