// Where the first least element of a list stands.
fn main(xs: [int]) -> int
    requires len(xs) > 0 {
  var least = 0
  for i in 1..len(xs) {
    if xs[i] < xs[least] {
      least = i
    }
  }
  return least
}
