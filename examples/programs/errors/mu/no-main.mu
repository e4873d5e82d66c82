fn helper() -> int {
  return 1
}

fn helper() -> int {
  return 2
}

fn pop(n: int, n: int) -> int {
  return n
}
