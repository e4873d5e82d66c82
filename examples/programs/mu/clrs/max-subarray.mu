// The stretch of neighbouring elements with the largest sum, by Kadane: where it begins and ends, and
// its sum.
fn sum_of(xs: [int], begin: int, end: int) -> int {
  var sum_so_far = 0
  for i in begin..end {
    sum_so_far += xs[i]
  }
  return sum_so_far
}

fn main(xs: [int]) -> (int, int, int)
    requires len(xs) > 0
    ensures result.0 < result.1
    ensures result.2 == sum_of(xs, result.0, result.1) {
  var best = (0, 1, xs[0])
  var first = 0
  var here = 0
  for i in 0..len(xs)
      invariant here == sum_of(xs, first, i) {
    if here < 0 {
      first = i
      here = 0
    }
    here += xs[i]
    if here > best.2 {
      best = (first, i + 1, here)
    }
  }
  return best
}
