// The distance of each vertex from the source, none where no way leads. weights[v][w] is the length
// of the edge from v to w, 0 where there is none.
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

// The vertex that is reached, not done, and nearest, with its distance.
fn nearest(done: [bool], distances: [int?]) -> (int, int)? {
  var best: (int, int)? = none
  for v in 0..len(done) {
    match (done[v], distances[v]) {
      (false, some(distance)) => {
        if best == none || distance < unwrap(best).1 {
          best = some((v, distance))
        }
      }
      _ => {}
    }
  }
  return best
}

fn main(weights: [[int]], source: int) -> [int?]
    requires well_formed(weights)
    requires source >= 0 && source < len(weights)
    ensures result[source] == some(0) {
  let done = fill(len(weights), false)
  let distances: [int?] = fill(len(weights), none)
  distances[source] = some(0)
  var next = some((source, 0))
  while next != none {
    let (v, distance) = unwrap(next)
    done[v] = true
    for w in 0..len(weights) {
      if weights[v][w] > 0 && nearer(distance + weights[v][w], distances[w]) {
        assert !done[w]
        distances[w] = some(distance + weights[v][w])
      }
    }
    next = nearest(done, distances)
  }
  return distances
}
