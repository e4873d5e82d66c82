// Whether a filled sudoku is right: each row, column and box holds 1 to 9.
fn nine_by_nine(grid: [[int]]) -> bool {
  if len(grid) != 9 {
    return false
  }
  for row in grid {
    if len(row) != 9 {
      return false
    }
  }
  return true
}

// Whether the 3 by 3, 1 by 9 or 9 by 1 cells from here on hold all digits.
fn complete(grid: [[int]], top: int, left: int, rows: int, columns: int) -> bool {
  let seen = [false, false, false, false, false, false, false, false, false]
  for i in top..top + rows {
    for j in left..left + columns {
      let digit = grid[i][j]
      if digit < 1 || digit > 9 || seen[digit - 1] {
        return false
      }
      seen[digit - 1] = true
    }
  }
  return true
}

fn main(grid: [[int]]) -> bool
    requires nine_by_nine(grid) {
  for i in 0..9 {
    if !complete(grid, i, 0, 1, 9) || !complete(grid, 0, i, 9, 1) {
      return false
    }
    if !complete(grid, i / 3 * 3, i % 3 * 3, 3, 3) {
      return false
    }
  }
  return true
}
