// The least cost of a binary search tree: hits[i] searches look for key i, misses[i] end just before
// it (the last ones behind all keys); a search costs one for each node on its way, a miss one more.
fn natural(xs: [int]) -> bool {
  for x in xs {
    if x < 0 {
      return false
    }
  }
  return true
}

fn main(hits: [int], misses: [int]) -> int
    requires len(misses) == len(hits) + 1
    requires natural(hits)
    requires natural(misses) {
  // costs[i][length] and weights[i][length]: of a tree for `length` keys from i on.
  let costs: [[int]] = []
  let weights: [[int]] = []
  for miss in misses {
    push(costs, [miss])
    push(weights, [miss])
  }
  for length in 1..len(hits) + 1 {
    for i in 0..len(hits) - length + 1 {
      let weight = weights[i][length - 1] + hits[i + length - 1] + misses[i + length]
      var best = -1
      for left in 0..length {
        let cost = costs[i][left] + costs[i + left + 1][length - left - 1] + weight
        if best < 0 || cost < best {
          best = cost
        }
      }
      push(weights[i], weight)
      push(costs[i], best)
    }
  }
  return costs[0][len(hits)]
}
