// The largest sum of neighbouring elements (at least one), by Kadane.
fn max(a: int, b: int) -> int {
  if a > b {
    return a
  }
  return b
}

fn main(xs: [int]) -> int
    requires len(xs) > 0 {
  var best = xs[0]
  var here = 0
  for x in xs {
    here = max(x, here + x)
    best = max(best, here)
  }
  return best
}
