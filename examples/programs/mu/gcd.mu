// The greatest common divisor, by Euclid.
fn gcd(a: int, b: int) -> int {
  var x = a
  var y = b
  while y != 0 {
    let t = x % y
    x = y
    y = t
  }
  return x
}

fn main(a: int, b: int) -> int
    requires a >= 0 && b >= 0 {
  return gcd(a, b)
}
