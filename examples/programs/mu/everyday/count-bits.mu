// How many ones n has in binary.
fn main(n: int) -> int
    requires n >= 0 {
  var ones = 0
  var rest = n
  while rest > 0 {
    ones += rest % 2
    rest /= 2
  }
  return ones
}
