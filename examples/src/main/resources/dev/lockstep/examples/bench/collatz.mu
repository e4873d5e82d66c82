// The steps of Collatz from all numbers below n.
fn main(n: int) -> int {
  var total = 0
  for i in 1..n {
    var x = i
    while x != 1 {
      if x % 2 == 0 { x = x / 2 } else { x = 3 * x + 1 }
      total = total + 1
    }
  }
  return total
}
