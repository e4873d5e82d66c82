// The numbers from 1 to n times n as a square whose rows, columns and diagonals have one sum; n is
// odd.
fn main(n: int) -> [[int]]
    requires n > 0 && n % 2 == 1 && n <= 15 {
  let square: [[int]] = []
  for _i in 0..n {
    let row: [int] = []
    for _j in 0..n {
      push(row, 0)
    }
    push(square, row)
  }
  var i = 0
  var j = n / 2
  for number in 1..n * n + 1 {
    square[i][j] = number
    if number % n == 0 {
      i = (i + 1) % n
    } else {
      i = (i - 1) % n
      j = (j + 1) % n
    }
  }
  return square
}
