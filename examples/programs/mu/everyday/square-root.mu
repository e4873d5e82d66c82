// The square root of n, rounded down, by Newton.
fn main(n: int) -> int
    requires n >= 0 {
  if n == 0 {
    return 0
  }
  var root = n
  var better = (n + 1) / 2
  while better < root {
    root = better
    better = (root + n / root) / 2
  }
  assert root * root <= n && n < (root + 1) * (root + 1)
  return root
}
