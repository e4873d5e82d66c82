fn add(a: int, b: int) -> int {
  return a + b
}

fn count(xs: [int]) -> bool {
  push(xs, 1)
  return true
}

fn main(xs: [int]) -> int
    requires count(xs) && len(xs) > 1 {
  add(1)
  push(xs)
  push(xs, [1])
  let y = push(xs, 1)
  len(xs, xs)
  return add(1, 2, 3) + ad(xs)
}
