// The determinant of a square matrix, exactly and without fractions, by Bareiss.
fn square(matrix: [[int]]) -> bool {
  for row in matrix {
    if len(row) != len(matrix) {
      return false
    }
  }
  return true
}

// Which row from k on has something other than 0 in column k, or -1.
fn pivot(matrix: [[int]], k: int) -> int {
  for i in k..len(matrix) {
    if matrix[i][k] != 0 {
      return i
    }
  }
  return -1
}

fn main(matrix: [[int]]) -> int
    requires len(matrix) > 0 && square(matrix) {
  let n = len(matrix)
  var sign = 1
  var before = 1
  for k in 0..n - 1 {
    let best = pivot(matrix, k)
    if best < 0 {
      return 0
    }
    if best > k {
      let row = matrix[k]
      matrix[k] = matrix[best]
      matrix[best] = row
      sign = -sign
    }
    for i in k + 1..n {
      for j in k + 1..n {
        let cross = matrix[i][j] * matrix[k][k] - matrix[i][k] * matrix[k][j]
        matrix[i][j] = cross / before
      }
    }
    before = matrix[k][k]
  }
  return sign * matrix[n - 1][n - 1]
}
