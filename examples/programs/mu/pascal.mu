// The first n rows of Pascal's triangle.
fn main(n: int) -> [[int]]
    requires n >= 0 && n <= 50 {
  let rows: [[int]] = []
  for i in 0..n {
    let row = [1]
    for j in 1..i {
      push(row, rows[i - 1][j - 1] + rows[i - 1][j])
    }
    if i > 0 {
      push(row, 1)
    }
    push(rows, row)
  }
  return rows
}
