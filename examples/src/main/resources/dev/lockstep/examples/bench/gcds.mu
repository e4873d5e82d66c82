// The sum of the greatest common divisors of all pairs below n.
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

fn main(n: int) -> int {
  var sum = 0
  for i in 1..n {
    for j in 1..n { sum = sum + gcd(i, j) }
  }
  return sum
}
