// The numbers below n that are the sum of their proper divisors.
fn sum_of_divisors(n: int) -> int {
  var sum = 0
  var divisor = 1
  while divisor <= n / 2 {
    if n % divisor == 0 {
      sum += divisor
    }
    divisor += 1
  }
  return sum
}

fn main(n: int) -> [int]
    requires n >= 0 && n <= 1000 {
  let perfect: [int] = []
  for candidate in 2..n {
    if sum_of_divisors(candidate) == candidate {
      push(perfect, candidate)
    }
  }
  return perfect
}
