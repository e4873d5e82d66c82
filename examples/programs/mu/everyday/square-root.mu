// The square root of n, rounded down, by Newton.
fn main(n: int) -> int
    requires n >= 0
    ensures result * result <= n && n < (result + 1) * (result + 1) {
  if n == 0 {
    return 0
  }
  var root = n
  var better = (n + 1) / 2
  while better < root {
    root = better
    better = (root + n / root) / 2
  }
  return root
}
