// A bubble sort of n pseudo-random numbers, and a sum over the places.
fn main(n: int) -> int {
  let xs: [int] = []
  var seed = 42
  for i in 0..n {
    seed = (seed * 1103515245 + 12345) % 2147483648
    push(xs, seed % 1000)
  }
  for i in 0..n {
    for j in 0..n - 1 - i {
      if xs[j] > xs[j + 1] {
        let t = xs[j]
        xs[j] = xs[j + 1]
        xs[j + 1] = t
      }
    }
  }
  var sum = 0
  for i in 0..n { sum = sum + i * xs[i] }
  return sum
}
