// The number below m that gives 1 when it is multiplied by a, modulo m; fails where there is none.
fn main(a: int, m: int) -> int
    requires m > 1
    ensures a * result % m == 1 {
  var remainder = m
  var next_remainder = a % m
  var factor = 0
  var next_factor = 1
  while next_remainder != 0
      invariant (remainder - a * factor) % m == 0 {
    let quotient = remainder / next_remainder
    let rest = remainder - quotient * next_remainder
    remainder = next_remainder
    next_remainder = rest
    let rest_factor = factor - quotient * next_factor
    factor = next_factor
    next_factor = rest_factor
  }
  assert remainder == 1
  return factor % m
}
