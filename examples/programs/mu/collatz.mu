// Prints the Collatz sequence from n and returns how many steps lead to 1.
fn main(n: int) -> int
    requires n > 0 {
  var x = n
  var steps = 0
  while x != 1 {
    print x
    if x % 2 == 0 {
      x = x / 2
    } else {
      x = 3 * x + 1
    }
    steps = steps + 1
  }
  return steps
}
