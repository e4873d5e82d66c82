// The sum of the decimal digits of n.
fn main(n: int) -> int
    requires n >= 0 {
  var rest = n
  var sum = 0
  while rest > 0 {
    sum = sum + rest % 10
    rest = rest / 10
  }
  return sum
}
