// The distance of each vertex from the source, -1 where no way leads. weights[v][w] is the length of
// the edge from v to w, 0 where there is none.
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

// The vertex that is not done and nearest, or -1.
fn nearest(done: [bool], distances: [int]) -> int {
  var best = -1
  for v in 0..len(done) {
    if !done[v] && distances[v] >= 0 && (best < 0 || distances[v] < distances[best]) {
      best = v
    }
  }
  return best
}

fn main(weights: [[int]], source: int) -> [int]
    requires well_formed(weights)
    requires source >= 0 && source < len(weights) {
  let done: [bool] = []
  let distances: [int] = []
  for _row in weights {
    push(done, false)
    push(distances, -1)
  }
  distances[source] = 0
  var v = source
  while v >= 0 {
    done[v] = true
    for w in 0..len(weights) {
      let distance = distances[v] + weights[v][w]
      if weights[v][w] > 0 && (distances[w] < 0 || distance < distances[w]) {
        distances[w] = distance
      }
    }
    v = nearest(done, distances)
  }
  return distances
}
