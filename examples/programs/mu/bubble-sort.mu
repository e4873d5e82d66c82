// Sorts a list in place and returns it.
fn swap(xs: [int], i: int, j: int) {
  let kept = xs[i]
  xs[i] = xs[j]
  xs[j] = kept
}

fn sorted(xs: [int]) -> bool {
  for i in 1..len(xs) {
    if xs[i - 1] > xs[i] {
      return false
    }
  }
  return true
}

fn main(xs: [int]) -> [int] {
  var last = len(xs) - 1
  while last > 0 {
    for i in 0..last {
      if xs[i] > xs[i + 1] {
        swap(xs, i, i + 1)
      }
    }
    last = last - 1
  }
  assert sorted(xs)
  return xs
}
