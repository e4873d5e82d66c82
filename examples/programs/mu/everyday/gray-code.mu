// All rows of n bits, each different from the one before in one place.
fn prefixed(bit: int, row: [int]) -> [int] {
  let longer = [bit]
  for it in row {
    push(longer, it)
  }
  return longer
}

fn main(n: int) -> [[int]]
    requires n >= 0 && n <= 8 {
  var rows: [[int]] = [[]]
  for _bit in 0..n {
    let more: [[int]] = []
    for row in rows {
      push(more, prefixed(0, row))
    }
    while len(rows) > 0 {
      push(more, prefixed(1, pop(rows)))
    }
    rows = more
  }
  return rows
}
