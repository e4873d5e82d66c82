fn main(n: int) -> bool {
  n + 1
  n + 1 = 2
  return n == 1
}
