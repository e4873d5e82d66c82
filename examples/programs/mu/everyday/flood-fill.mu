// A picture of numbers in which the area around a place has got another colour.
fn rectangular(matrix: [[int]]) -> bool {
  for row in matrix {
    if len(row) != len(matrix[0]) {
      return false
    }
  }
  return true
}

fn fill(picture: [[int]], i: int, j: int, from: int, to: int) {
  if i < 0 || i >= len(picture) || j < 0 || j >= len(picture[0]) || picture[i][j] != from {
    return
  }
  picture[i][j] = to
  fill(picture, i - 1, j, from, to)
  fill(picture, i + 1, j, from, to)
  fill(picture, i, j - 1, from, to)
  fill(picture, i, j + 1, from, to)
}

fn main(picture: [[int]], row: int, column: int, colour: int) -> [[int]]
    requires len(picture) > 0 && rectangular(picture)
    requires row >= 0 && row < len(picture) && column >= 0 && column < len(picture[0]) {
  if picture[row][column] != colour {
    fill(picture, row, column, picture[row][column], colour)
  }
  return picture
}
