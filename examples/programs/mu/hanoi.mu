// Prints the moves [from, to] that carry n discs from peg 0 to peg 2; returns how many.
fn carry(n: int, from: int, to: int) -> int {
  if n == 0 {
    return 0
  }
  let other = 3 - from - to
  let before = carry(n - 1, from, other)
  print [from, to]
  return before + 1 + carry(n - 1, other, to)
}

fn main(n: int) -> int
    requires n >= 0 && n <= 8 {
  return carry(n, 0, 2)
}
