// The prime factors of n in order, each as often as it divides n.
fn product(xs: [int]) -> int {
  var all = 1
  for x in xs {
    all *= x
  }
  return all
}

fn main(n: int) -> [int]
    requires n >= 1 && n <= 1000000
    ensures product(result) == n {
  let factors: [int] = []
  var rest = n
  var divisor = 2
  while divisor * divisor <= rest
      invariant rest * product(factors) == n {
    if rest % divisor == 0 {
      push(factors, divisor)
      rest /= divisor
    } else {
      divisor += 1
    }
  }
  if rest > 1 {
    push(factors, rest)
  }
  return factors
}
