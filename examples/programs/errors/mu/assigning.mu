fn main(n: int, xs: [int]) -> int {
  let x = 1
  x = 2
  n = 3
  for i in 0..n {
    i = i + 1
  }
  xs[0] = true
  y = 4
  return x
}
