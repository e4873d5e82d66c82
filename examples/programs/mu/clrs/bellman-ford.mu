// [v, distance] for each vertex that the source leads to, with weights that may be negative; [] where
// a cycle of negative length makes distances meaningless. Edges are [from, to, weight].
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

// Goes along every edge once; whether any distance became less.
fn relax(edges: [[int]], reached: [bool], distances: [int]) -> bool {
  var changed = false
  for edge in edges {
    let v = edge[0]
    let w = edge[1]
    if reached[v] && (!reached[w] || distances[v] + edge[2] < distances[w]) {
      reached[w] = true
      distances[w] = distances[v] + edge[2]
      changed = true
    }
  }
  return changed
}

fn main(n: int, edges: [[int]], source: int) -> [[int]]
    requires well_formed(n, edges)
    requires source >= 0 && source < n {
  let reached: [bool] = []
  let distances: [int] = []
  for v in 0..n {
    push(reached, v == source)
    push(distances, 0)
  }
  for _round in 0..n {
    if !relax(edges, reached, distances) {
      return reached_only(reached, distances)
    }
  }
  return []
}
