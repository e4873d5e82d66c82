// The lightest edges that hold an undirected graph together, as far as it is, lightest first: takes
// each edge that joins two trees. Edges are (v, w, weight) between vertices below n.
// Whether every edge is between vertices below n.
fn well_formed(n: int, edges: [(int, int, int)]) -> bool {
  for (v, w, _) in edges {
    if v < 0 || v >= n || w < 0 || w >= n {
      return false
    }
  }
  return true
}

// The edges, by weight.
fn by_weight(edges: [(int, int, int)]) -> [(int, int, int)]
    ensures len(result) == len(edges) {
  let weighed: [(int, int, int)] = []
  for (v, w, weight) in edges {
    push(weighed, (weight, v, w))
  }
  sort(weighed)
  let order: [(int, int, int)] = []
  for (weight, v, w) in weighed {
    push(order, (v, w, weight))
  }
  return order
}

// The vertex that stands for the tree of v; the way there is shortened.
fn root(parents: [int], v: int) -> int
    ensures parents[result] == result {
  var here = v
  while parents[here] != here {
    parents[here] = parents[parents[here]]
    here = parents[here]
  }
  return here
}

fn main(n: int, edges: [(int, int, int)]) -> [(int, int, int)]
    requires n >= 0
    requires well_formed(n, edges)
    ensures n == 0 || len(result) < n {
  let parents = range(0, n)
  let chosen: [(int, int, int)] = []
  for edge in by_weight(edges) {
    let v = root(parents, edge.0)
    let w = root(parents, edge.1)
    if v != w {
      parents[v] = w
      push(chosen, edge)
    }
  }
  return chosen
}
