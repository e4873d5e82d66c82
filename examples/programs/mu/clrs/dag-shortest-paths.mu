// [v, distance] for each vertex that the source leads to in a graph without cycles, with weights that
// may be negative; fails where there is a cycle. Edges are [from, to, weight].
// Whether every edge is [from, to, weight] between vertices below n.
fn well_formed(n: int, edges: [[int]]) -> bool {
  for edge in edges {
    if len(edge) != 3 || edge[0] < 0 || edge[0] >= n || edge[1] < 0 || edge[1] >= n {
      return false
    }
  }
  return true
}

// [v, distance] for each vertex that was reached.
fn reached_only(reached: [bool], distances: [int]) -> [[int]] {
  let pairs: [[int]] = []
  for v in 0..len(reached) {
    if reached[v] {
      push(pairs, [v, distances[v]])
    }
  }
  return pairs
}

// The edges that leave each vertex.
fn leaving(n: int, edges: [[int]]) -> [[[int]]] {
  let lists: [[[int]]] = []
  for _v in 0..n {
    push(lists, [])
  }
  for edge in edges {
    push(lists[edge[0]], edge)
  }
  return lists
}

// Appends v and what can be reached from it to `finished`, each behind all that it leads to.
fn visit(out: [[[int]]], v: int, seen: [bool], done: [bool], finished: [int]) {
  seen[v] = true
  for edge in out[v] {
    let w = edge[1]
    assert done[w] || !seen[w]
    if !seen[w] {
      visit(out, w, seen, done, finished)
    }
  }
  done[v] = true
  push(finished, v)
}

fn main(n: int, edges: [[int]], source: int) -> [[int]]
    requires well_formed(n, edges)
    requires source >= 0 && source < n {
  let out = leaving(n, edges)
  let seen: [bool] = []
  let done: [bool] = []
  let reached: [bool] = []
  let distances: [int] = []
  for v in 0..n {
    push(seen, false)
    push(done, false)
    push(reached, v == source)
    push(distances, 0)
  }
  let finished: [int] = []
  visit(out, source, seen, done, finished)
  while len(finished) > 0 {
    let v = pop(finished)
    for edge in out[v] {
      let w = edge[1]
      if !reached[w] || distances[v] + edge[2] < distances[w] {
        reached[w] = true
        distances[w] = distances[v] + edge[2]
      }
    }
  }
  return reached_only(reached, distances)
}
