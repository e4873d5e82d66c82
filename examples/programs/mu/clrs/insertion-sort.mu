// Sorts a list in place: each element moves down to its place among those before it.
fn sorted(xs: [int]) -> bool {
  for i in 1..len(xs) {
    if xs[i - 1] > xs[i] {
      return false
    }
  }
  return true
}

fn main(xs: [int]) -> [int] {
  for i in 1..len(xs) {
    let x = xs[i]
    var j = i
    while j > 0 && xs[j - 1] > x {
      xs[j] = xs[j - 1]
      j = j - 1
    }
    xs[j] = x
  }
  assert sorted(xs)
  return xs
}
