// base to the power exponent, modulo a number, by repeated squaring.
fn main(base: int, exponent: int, modulus: int) -> int
    requires exponent >= 0
    requires modulus > 0 {
  var result = 1 % modulus
  var square = base % modulus
  var rest = exponent
  while rest > 0 {
    if rest % 2 == 1 {
      result = result * square % modulus
    }
    square = square * square % modulus
    rest = rest / 2
  }
  return result
}
