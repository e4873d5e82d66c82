// Who has three in a row on a board of three lines of X, O and blanks, if anyone has.
fn three_by_three(board: [str]) -> bool {
  if len(board) != 3 {
    return false
  }
  for line in board {
    if len(line) != 3 {
      return false
    }
  }
  return true
}

fn main(board: [str]) -> str?
    requires three_by_three(board) {
  let cells = join(board, "")
  let rows = [
    (0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)
  ]
  for (a, b, c) in rows {
    if cells[a] != " " && cells[a] == cells[b] && cells[b] == cells[c] {
      return some(cells[a])
    }
  }
  return none
}
