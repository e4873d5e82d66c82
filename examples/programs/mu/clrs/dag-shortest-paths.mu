// The distance of each vertex from the source, none where no way leads, in a graph without cycles,
// with weights that may be negative; fails where there is a cycle. Edges are (from, to, weight).
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

// Where the edges that leave each vertex lead, with their weights.
fn leaving(n: int, edges: [(int, int, int)]) -> [[(int, int)]]
    ensures len(result) == n {
  let lists: [[(int, int)]] = []
  for _ in 0..n {
    push(lists, [])
  }
  for (v, w, weight) in edges {
    push(lists[v], (w, weight))
  }
  return lists
}

// Appends v and what can be reached from it to `finished`, each behind all that it leads to.
fn visit(out: [[(int, int)]], v: int, seen: [bool], done: [bool], finished: [int]) {
  seen[v] = true
  for (w, _) in out[v] {
    assert done[w] || !seen[w]
    if !seen[w] {
      visit(out, w, seen, done, finished)
    }
  }
  done[v] = true
  push(finished, v)
}

fn main(n: int, edges: [(int, int, int)], source: int) -> [int?]
    requires well_formed(n, edges)
    requires source >= 0 && source < n
    ensures result[source] == some(0) {
  let out = leaving(n, edges)
  let finished: [int] = []
  visit(out, source, fill(n, false), fill(n, false), finished)
  let distances: [int?] = fill(n, none)
  distances[source] = some(0)
  while len(finished) > 0 {
    let v = pop(finished)
    let distance = unwrap(distances[v])
    for (w, weight) in out[v] {
      if nearer(distance + weight, distances[w]) {
        distances[w] = some(distance + weight)
      }
    }
  }
  return distances
}
