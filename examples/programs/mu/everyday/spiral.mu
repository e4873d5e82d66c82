// The elements of a matrix on a spiral from the top left corner inwards.
fn rectangular(matrix: [[int]]) -> bool {
  for row in matrix {
    if len(row) != len(matrix[0]) {
      return false
    }
  }
  return true
}

fn main(matrix: [[int]]) -> [int]
    requires len(matrix) > 0 && rectangular(matrix) {
  let spiral: [int] = []
  var top = 0
  var bottom = len(matrix) - 1
  var left = 0
  var right = len(matrix[0]) - 1
  while top <= bottom && left <= right {
    for j in left..right + 1 {
      push(spiral, matrix[top][j])
    }
    for i in top + 1..bottom + 1 {
      push(spiral, matrix[i][right])
    }
    if top < bottom && left < right {
      for k in left + 1..right + 1 {
        push(spiral, matrix[bottom][left + right - k])
      }
      for l in top + 1..bottom {
        push(spiral, matrix[top + bottom - l][left])
      }
    }
    top += 1
    bottom -= 1
    left += 1
    right -= 1
  }
  return spiral
}
