// The distance of each vertex from the source, none where no way leads, with weights that may be
// negative; none at all where a cycle of negative length makes distances meaningless. Edges are
// (from, to, weight).
// Whether every edge is between vertices below n.
fn well_formed(n: int, edges: [(int, int, int)]) -> bool {
  for (v, w, _) in edges {
    if v < 0 || v >= n || w < 0 || w >= n {
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

// Goes along every edge once; whether any distance became less.
fn relax(edges: [(int, int, int)], distances: [int?]) -> bool {
  var changed = false
  for (v, w, weight) in edges {
    match distances[v] {
      some(distance) => {
        if nearer(distance + weight, distances[w]) {
          distances[w] = some(distance + weight)
          changed = true
        }
      }
      none => {}
    }
  }
  return changed
}

// Whether the source is 0 away and no edge makes a distance less.
fn settled(edges: [(int, int, int)], distances: [int?], source: int) -> bool {
  for (v, w, weight) in edges {
    match distances[v] {
      some(distance) => {
        if nearer(distance + weight, distances[w]) {
          return false
        }
      }
      none => {}
    }
  }
  return distances[source] == some(0)
}

fn main(n: int, edges: [(int, int, int)], source: int) -> [int?]?
    requires well_formed(n, edges)
    requires source >= 0 && source < n
    ensures !is_some(result) || settled(edges, unwrap(result), source) {
  let distances: [int?] = fill(n, none)
  distances[source] = some(0)
  for _ in 0..n {
    if !relax(edges, distances) {
      return some(distances)
    }
  }
  return none
}
