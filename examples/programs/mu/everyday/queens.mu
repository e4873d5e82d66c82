// The first way to place n queens, one in each row, so that none attacks another: their columns, if
// there is one.
fn safe(queens: [int], column: int) -> bool {
  let row = len(queens)
  for other in 0..row {
    let distance = queens[other] - column
    if distance == 0 || distance == row - other || distance == other - row {
      return false
    }
  }
  return true
}

// Whether the queens that are placed leave room for the others; places them.
fn place(queens: [int], n: int) -> bool {
  if len(queens) == n {
    return true
  }
  for column in 0..n {
    if safe(queens, column) {
      push(queens, column)
      if place(queens, n) {
        return true
      }
      let _removed = pop(queens)
    }
  }
  return false
}

fn main(n: int) -> [int]?
    requires n >= 0 && n <= 8 {
  let queens: [int] = []
  if place(queens, n) {
    return some(queens)
  }
  return none
}
