// The primes below n, by the sieve of Eratosthenes.
fn main(n: int) -> [int]
    requires n >= 0 && n <= 10000 {
  let composite: [bool] = []
  for i in 0..n {
    push(composite, i < 2)
  }
  let primes: [int] = []
  for i in 2..n {
    if !composite[i] {
      push(primes, i)
      var multiple = i * i
      while multiple < n {
        composite[multiple] = true
        multiple = multiple + i
      }
    }
  }
  return primes
}
