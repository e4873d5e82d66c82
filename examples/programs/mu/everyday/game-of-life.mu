// Conway's game of life on a board of 0 and 1 that is dead outside, after some generations.
fn well_formed(board: [[int]]) -> bool {
  for row in board {
    if len(row) != len(board[0]) {
      return false
    }
    for cell in row {
      if cell != 0 && cell != 1 {
        return false
      }
    }
  }
  return true
}

fn cell_at(board: [[int]], i: int, j: int) -> int {
  if i < 0 || i >= len(board) || j < 0 || j >= len(board[0]) {
    return 0
  }
  return board[i][j]
}

fn alive_next(board: [[int]], i: int, j: int) -> int {
  var around = -board[i][j]
  for k in i - 1..i + 2 {
    for l in j - 1..j + 2 {
      around += cell_at(board, k, l)
    }
  }
  if around == 3 || around == 2 && board[i][j] == 1 {
    return 1
  }
  return 0
}

fn next_board(board: [[int]]) -> [[int]] {
  let after: [[int]] = []
  for i in 0..len(board) {
    let row: [int] = []
    for j in 0..len(board[i]) {
      push(row, alive_next(board, i, j))
    }
    push(after, row)
  }
  return after
}

fn main(board: [[int]], generations: int) -> [[int]]
    requires well_formed(board)
    requires generations >= 0 {
  var now = board
  for _generation in 0..generations {
    now = next_board(now)
  }
  return now
}
