// The numbers below n that are the sum of their digits, each to the power of how many there are.
fn power(base: int, exponent: int) -> int {
  var product = 1
  for _i in 0..exponent {
    product *= base
  }
  return product
}

fn armstrong(n: int) -> bool {
  var count = 0
  var rest = n
  while rest > 0 {
    count += 1
    rest /= 10
  }
  var sum = 0
  rest = n
  while rest > 0 {
    sum += power(rest % 10, count)
    rest /= 10
  }
  return sum == n
}

fn main(n: int) -> [int]
    requires n >= 0 && n <= 10000 {
  let found: [int] = []
  for candidate in 1..n {
    if armstrong(candidate) {
      push(found, candidate)
    }
  }
  return found
}
