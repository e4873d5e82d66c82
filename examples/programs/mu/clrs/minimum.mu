// Where the first least element of a list stands.
fn main(xs: [int]) -> int
    requires len(xs) > 0
    ensures xs[result] == minimum(xs) {
  var least = 0
  for i in 1..len(xs)
      invariant least < i {
    if xs[i] < xs[least] {
      least = i
    }
  }
  return least
}
