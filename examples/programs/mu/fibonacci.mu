// Fibonacci numbers by plain recursion: many calls for a small n.
fn fibonacci(n: int) -> int {
  if n < 2 {
    return n
  }
  return fibonacci(n - 1) + fibonacci(n - 2)
}

fn main(n: int) -> int
    requires n >= 0 && n <= 20 {
  return fibonacci(n)
}
