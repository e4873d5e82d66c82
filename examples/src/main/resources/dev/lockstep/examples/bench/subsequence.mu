// The longest common subsequence of two pseudo-random words of n letters.
fn word(n: int, first: int) -> [int] {
  let xs: [int] = []
  var seed = first
  for i in 0..n {
    seed = (seed * 1103515245 + 12345) % 2147483648
    push(xs, seed / 65536 % 4)
  }
  return xs
}

fn main(n: int) -> int {
  let a = word(n, 1)
  let b = word(n, 2)
  var above: [int] = []
  for i in 0..n + 1 { push(above, 0) }
  for i in 0..n {
    let here = [0]
    for j in 0..n {
      if a[i] == b[j] {
        push(here, above[j] + 1)
      } else if above[j + 1] > here[j] {
        push(here, above[j + 1])
      } else {
        push(here, here[j])
      }
    }
    above = here
  }
  return above[n]
}
