// The sum of all elements of the square of an n by n matrix.
fn main(n: int) -> int {
  let a: [[int]] = []
  for i in 0..n {
    let row: [int] = []
    for j in 0..n { push(row, (i * 7 + j * 3) % 10) }
    push(a, row)
  }
  var sum = 0
  for i in 0..n {
    let row = a[i]
    for j in 0..n {
      var dot = 0
      for k in 0..n { dot = dot + row[k] * a[k][j] }
      sum = sum + dot
    }
  }
  return sum
}
