// How many primes are below n.
fn main(n: int) -> int {
  let composite: [bool] = []
  for i in 0..n { push(composite, false) }
  var count = 0
  var p = 2
  while p < n {
    if !composite[p] {
      count = count + 1
      var m = p * p
      while m < n {
        composite[m] = true
        m = m + p
      }
    }
    p = p + 1
  }
  return count
}
