fn sign(n: int) -> int {
  if n > 0 {
    return 1
  } else if n < 0 {
    return -1
  }
}

fn report(n: int) {
  return n
}

fn main(n: int) -> int {
  report(n)
  return
}
