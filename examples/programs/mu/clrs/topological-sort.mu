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
    requires well_formed(graph)
    ensures len(result) == len(graph) {
  let seen = fill(len(graph), false)
  let done = fill(len(graph), false)
  let finished: [int] = []
  for v in 0..len(graph)
      invariant len(finished) >= v {
    if !seen[v] {
      visit(graph, v, seen, done, finished)
    }
  }
  reverse(finished)
  return finished
}
