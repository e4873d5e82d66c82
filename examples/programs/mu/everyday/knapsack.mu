// The greatest value of things that a knapsack can carry, each thing at most once.
fn natural(xs: [int]) -> bool {
  return len(xs) == 0 || minimum(xs) >= 0
}

fn main(weights: [int], worth: [int], capacity: int) -> int
    requires len(weights) == len(worth)
    requires natural(weights) && natural(worth)
    requires capacity >= 0 && capacity <= 1000
    ensures result <= sum(worth) {
  // best[c]: with capacity c and the things so far.
  let best = fill(capacity + 1, 0)
  for thing in 0..len(weights) {
    var c = capacity
    while c >= weights[thing] {
      best[c] = max(best[c], best[c - weights[thing]] + worth[thing])
      c -= 1
    }
  }
  return best[capacity]
}
