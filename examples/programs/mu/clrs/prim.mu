// The lightest edges (v, w, weight) that hold the part of an undirected graph around vertex 0
// together: a tree grows by the lightest edge that leads out of it. weights[v][w] is 0 where there
// is no edge.
fn well_formed(weights: [[int]]) -> bool {
  for row in weights {
    if len(row) != len(weights) || minimum(row) < 0 {
      return false
    }
  }
  return true
}

fn symmetric(weights: [[int]]) -> bool {
  for v in 0..len(weights) {
    for w in 0..v {
      if weights[v][w] != weights[w][v] {
        return false
      }
    }
  }
  return true
}

// The vertex outside the tree with the lightest edge into it.
fn nearest(inside: [bool], lightest: [int]) -> int? {
  var best: int? = none
  for v in 0..len(inside) {
    if !inside[v] && lightest[v] > 0 {
      if best == none || lightest[v] < lightest[unwrap(best)] {
        best = some(v)
      }
    }
  }
  return best
}

fn main(weights: [[int]]) -> [(int, int, int)]
    requires len(weights) > 0
    requires well_formed(weights) && symmetric(weights)
    ensures len(result) < len(weights) {
  // Of each vertex: whether the tree has it, the weight of its lightest edge into the tree (0 for
  // none), and where that edge ends.
  let inside = fill(len(weights), false)
  let lightest = fill(len(weights), 0)
  let ends = fill(len(weights), 0)
  let tree: [(int, int, int)] = []
  var joined = some(0)
  while joined != none {
    let v = unwrap(joined)
    if v != 0 {
      push(tree, (ends[v], v, lightest[v]))
    }
    inside[v] = true
    for w in 0..len(weights) {
      let weight = weights[v][w]
      if weight > 0 && !inside[w] && (lightest[w] == 0 || weight < lightest[w]) {
        lightest[w] = weight
        ends[w] = v
      }
    }
    joined = nearest(inside, lightest)
  }
  return tree
}
