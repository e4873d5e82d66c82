fn main(n: int) -> int {
  whlie n > 0 {
    print n
  }
  retrun n
}
