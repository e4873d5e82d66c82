fn pair(a: int, b: bool) -> [int] {
  return [a, b]
}

fn nothing() {}

fn main(n: int, xs: [int]) -> int {
  let empty = []
  let a: bool = n + 1
  let b = pair(true) == xs
  if n {
    print n[0]
  }
  return nothing()
}
