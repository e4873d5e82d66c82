// The distance from each vertex to each, none where no way leads. weights[v][w] is the length of the
// edge from v to w, 0 where there is none.
fn well_formed(weights: [[int]]) -> bool {
  for row in weights {
    if len(row) != len(weights) || minimum(row) < 0 {
      return false
    }
  }
  return true
}

// Whether a way of this length is better than what is known.
fn nearer(distance: int, known: int?) -> bool {
  return match known {
    some(other) => distance < other
    none => true
  }
}

// The lengths of single edges.
fn direct(weights: [[int]]) -> [[int?]] {
  let distances: [[int?]] = []
  for v in 0..len(weights) {
    let row: [int?] = []
    for weight in weights[v] {
      push(row, if weight > 0 { some(weight) } else { none })
    }
    row[v] = some(0)
    push(distances, row)
  }
  return distances
}

fn main(weights: [[int]]) -> [[int?]]
    requires well_formed(weights)
    ensures len(result) == len(weights) {
  let distances = direct(weights)
  for middle in 0..len(weights) {
    for v in 0..len(weights) {
      for w in 0..len(weights) {
        match (distances[v][middle], distances[middle][w]) {
          (some(first), some(second)) => {
            if nearer(first + second, distances[v][w]) {
              distances[v][w] = some(first + second)
            }
          }
          _ => {}
        }
      }
    }
  }
  return distances
}
