// The lightest edges that hold an undirected graph together, as far as it is, lightest first: takes
// each edge that joins two trees. Edges are [v, w, weight] between vertices below n.
// Whether every edge is [from, to, weight] between vertices below n.
fn well_formed(n: int, edges: [[int]]) -> bool {
  for edge in edges {
    if len(edge) != 3 || edge[0] < 0 || edge[0] >= n || edge[1] < 0 || edge[1] >= n {
      return false
    }
  }
  return true
}

// The edges, by weight.
fn by_weight(edges: [[int]]) -> [[int]] {
  let order: [[int]] = []
  for edge in edges {
    push(order, edge)
    var i = len(order) - 1
    while i > 0 && order[i - 1][2] > edge[2] {
      order[i] = order[i - 1]
      i = i - 1
    }
    order[i] = edge
  }
  return order
}

// The vertex that stands for the tree of v; the way there is shortened.
fn root(parents: [int], v: int) -> int {
  var here = v
  while parents[here] != here {
    parents[here] = parents[parents[here]]
    here = parents[here]
  }
  return here
}

fn main(n: int, edges: [[int]]) -> [[int]]
    requires n >= 0
    requires well_formed(n, edges) {
  let parents: [int] = []
  for v in 0..n {
    push(parents, v)
  }
  let chosen: [[int]] = []
  for edge in by_weight(edges) {
    let v = root(parents, edge[0])
    let w = root(parents, edge[1])
    if v != w {
      parents[v] = w
      push(chosen, edge)
    }
  }
  return chosen
}
