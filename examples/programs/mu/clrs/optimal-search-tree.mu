// The least cost of a binary search tree: hits[i] searches look for key i, misses[i] end just before
// it (the last ones behind all keys); a search costs one for each node on its way, a miss one more.
fn natural(xs: [int]) -> bool {
  return len(xs) == 0 || minimum(xs) >= 0
}

fn main(hits: [int], misses: [int]) -> int
    requires len(misses) == len(hits) + 1
    requires natural(hits) && natural(misses)
    ensures result >= sum(hits) + sum(misses) {
  // costs[i][length] and weights[i][length]: of a tree for `length` keys from i on.
  let costs: [[int]] = []
  let weights: [[int]] = []
  for miss in misses {
    push(costs, [miss])
    push(weights, [miss])
  }
  for length in 1..len(hits) + 1 {
    for i in 0..len(hits) - length + 1
        invariant len(costs[i]) == length {
      let weight = weights[i][length - 1] + hits[i + length - 1] + misses[i + length]
      var best: int? = none
      for left in 0..length {
        let cost = costs[i][left] + costs[i + left + 1][length - left - 1] + weight
        best = some(min(cost, or_else(best, cost)))
      }
      push(weights[i], weight)
      push(costs[i], unwrap(best))
    }
  }
  return costs[0][len(hits)]
}
