// The prime factors of n in order, each as often as it divides n.
fn main(n: int) -> [int]
    requires n >= 1 && n <= 1000000 {
  let factors: [int] = []
  var rest = n
  var divisor = 2
  while divisor * divisor <= rest {
    if rest % divisor == 0 {
      push(factors, divisor)
      rest = rest / divisor
    } else {
      divisor = divisor + 1
    }
  }
  if rest > 1 {
    push(factors, rest)
  }
  return factors
}
