// The greatest value of things that a knapsack can carry, each thing at most once.
fn natural(xs: [int]) -> bool {
  for x in xs {
    if x < 0 {
      return false
    }
  }
  return true
}

fn main(weights: [int], worth: [int], capacity: int) -> int
    requires len(weights) == len(worth)
    requires natural(weights) && natural(worth)
    requires capacity >= 0 && capacity <= 1000 {
  // best[c]: with capacity c and the things so far.
  let best: [int] = []
  for _c in 0..capacity + 1 {
    push(best, 0)
  }
  for thing in 0..len(weights) {
    var c = capacity
    while c >= weights[thing] {
      let with_it = best[c - weights[thing]] + worth[thing]
      if with_it > best[c] {
        best[c] = with_it
      }
      c = c - 1
    }
  }
  return best[capacity]
}
