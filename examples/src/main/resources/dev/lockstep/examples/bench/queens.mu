// How many ways n queens stand on a board without attack.
fn safe(columns: [int], row: int, column: int) -> bool {
  for r in 0..row {
    let c = columns[r]
    if c == column || c - column == row - r || column - c == row - r { return false }
  }
  return true
}

fn place(columns: [int], row: int, n: int) -> int {
  if row == n { return 1 }
  var ways = 0
  for column in 0..n {
    if safe(columns, row, column) {
      columns[row] = column
      ways = ways + place(columns, row + 1, n)
    }
  }
  return ways
}

fn main(n: int) -> int {
  let columns: [int] = []
  for i in 0..n { push(columns, 0) }
  return place(columns, 0, n)
}
