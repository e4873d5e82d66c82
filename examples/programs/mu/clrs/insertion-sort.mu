// Sorts a list in place: each element moves down to its place among those before it.
fn sorted_up_to(xs: [int], end: int) -> bool {
  for i in 1..end {
    if xs[i - 1] > xs[i] {
      return false
    }
  }
  return true
}

fn main(xs: [int]) -> [int]
    ensures sorted(result) {
  for i in 1..len(xs)
      invariant sorted_up_to(xs, i) {
    let x = xs[i]
    var j = i
    while j > 0 && xs[j - 1] > x {
      xs[j] = xs[j - 1]
      j -= 1
    }
    xs[j] = x
  }
  return xs
}
