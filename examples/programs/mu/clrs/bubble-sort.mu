// Sorts a list in place: the least element of the rest rises to the front, again and again.
fn swap(xs: [int], i: int, j: int) {
  let kept = xs[i]
  xs[i] = xs[j]
  xs[j] = kept
}

fn main(xs: [int]) -> [int]
    ensures sorted(result) {
  for i in 0..len(xs) {
    var j = len(xs) - 1
    while j > i {
      if xs[j - 1] > xs[j] {
        swap(xs, j - 1, j)
      }
      j -= 1
    }
  }
  return xs
}
