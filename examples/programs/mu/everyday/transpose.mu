// A matrix with rows and columns exchanged.
fn rectangular(matrix: [[int]]) -> bool {
  for row in matrix {
    if len(row) != len(matrix[0]) {
      return false
    }
  }
  return true
}

fn main(matrix: [[int]]) -> [[int]]
    requires len(matrix) > 0 && rectangular(matrix) {
  let columns: [[int]] = []
  for j in 0..len(matrix[0]) {
    let column: [int] = []
    for row in matrix {
      push(column, row[j])
    }
    push(columns, column)
  }
  return columns
}
