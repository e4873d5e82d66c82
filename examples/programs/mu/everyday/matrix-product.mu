// The product of two matrices, given as lists of rows.
fn rectangular(matrix: [[int]], columns: int) -> bool {
  for row in matrix {
    if len(row) != columns {
      return false
    }
  }
  return true
}

fn main(a: [[int]], b: [[int]]) -> [[int]]
    requires len(a) > 0 && len(b) > 0
    requires rectangular(a, len(b)) && rectangular(b, len(b[0])) {
  let product: [[int]] = []
  for row in a {
    let result: [int] = []
    for j in 0..len(b[0]) {
      var sum = 0
      for k in 0..len(b) {
        sum += row[k] * b[k][j]
      }
      push(result, sum)
    }
    push(product, result)
  }
  return product
}
