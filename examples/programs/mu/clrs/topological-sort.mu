// An order of the vertices in which every edge leads forward; fails where there is a cycle.
// graph[v] lists the vertices that edges lead to from v.
// Whether every edge leads to a vertex.
fn well_formed(graph: [[int]]) -> bool {
  for targets in graph {
    for w in targets {
      if w < 0 || w >= len(graph) {
        return false
      }
    }
  }
  return true
}

// Appends v and what can be reached from it to `finished`, each behind all that it leads to.
fn visit(graph: [[int]], v: int, seen: [bool], done: [bool], finished: [int]) {
  seen[v] = true
  for w in graph[v] {
    assert done[w] || !seen[w]
    if !seen[w] {
      visit(graph, w, seen, done, finished)
    }
  }
  done[v] = true
  push(finished, v)
}

fn main(graph: [[int]]) -> [int]
    requires well_formed(graph) {
  let seen: [bool] = []
  let done: [bool] = []
  let finished: [int] = []
  for _targets in graph {
    push(seen, false)
    push(done, false)
  }
  for v in 0..len(graph) {
    if !seen[v] {
      visit(graph, v, seen, done, finished)
    }
  }
  let order: [int] = []
  while len(finished) > 0 {
    push(order, pop(finished))
  }
  return order
}
