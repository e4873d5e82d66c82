// All rows of n bits, each different from the one before in one place.
fn main(n: int) -> [[int]]
    requires n >= 0 && n <= 8 {
  var rows: [[int]] = [[]]
  for _bit in 0..n {
    let more: [[int]] = []
    for row in rows {
      push(more, concat([0], row))
    }
    while len(rows) > 0 {
      push(more, concat([1], pop(rows)))
    }
    rows = more
  }
  return rows
}
