// n! for numbers of any length.
fn factorial(n: int) -> int {
  if n == 0 {
    return 1
  }
  return n * factorial(n - 1)
}

fn main(n: int) -> int
    requires n >= 0 && n < 1000 {
  return factorial(n)
}
