// The distance from each vertex to each, -1 where no way leads. weights[v][w] is the length of the
// edge from v to w, 0 where there is none.
fn well_formed(weights: [[int]]) -> bool {
  for row in weights {
    if len(row) != len(weights) {
      return false
    }
    for weight in row {
      if weight < 0 {
        return false
      }
    }
  }
  return true
}

fn main(weights: [[int]]) -> [[int]]
    requires well_formed(weights) {
  let distances: [[int]] = []
  for v in 0..len(weights) {
    let row: [int] = []
    for w in 0..len(weights) {
      if v == w {
        push(row, 0)
      } else if weights[v][w] == 0 {
        push(row, -1)
      } else {
        push(row, weights[v][w])
      }
    }
    push(distances, row)
  }
  for middle in 0..len(weights) {
    for v in 0..len(weights) {
      for w in 0..len(weights) {
        let first = distances[v][middle]
        let second = distances[middle][w]
        if first >= 0 && second >= 0 && (distances[v][w] < 0 || first + second < distances[v][w]) {
          distances[v][w] = first + second
        }
      }
    }
  }
  return distances
}
