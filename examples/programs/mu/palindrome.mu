// Whether a list reads the same from both ends.
fn main(xs: [int]) -> bool {
  var i = 0
  var j = len(xs) - 1
  while i < j {
    if xs[i] != xs[j] {
      return false
    }
    i = i + 1
    j = j - 1
  }
  return true
}
