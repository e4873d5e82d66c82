// A number for each vertex of a directed graph, the same for two that lead to each other, by
// Kosaraju. graph[v] lists the vertices that edges lead to from v.
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

// The graph with every edge turned round.
fn turned(graph: [[int]]) -> [[int]]
    ensures len(result) == len(graph) {
  let back: [[int]] = []
  for _ in graph {
    push(back, [])
  }
  for v in 0..len(graph) {
    for w in graph[v] {
      push(back[w], v)
    }
  }
  return back
}

// Gives `number` to every vertex without one that v leads to, and lists them as they are finished.
fn visit(graph: [[int]], v: int, number: int, numbers: [int], finished: [int])
    requires numbers[v] < 0 {
  numbers[v] = number
  for w in graph[v] {
    if numbers[w] < 0 {
      visit(graph, w, number, numbers, finished)
    }
  }
  push(finished, v)
}

fn main(graph: [[int]]) -> [int]
    requires well_formed(graph)
    ensures len(graph) == 0 || minimum(result) == 0 {
  let seen = fill(len(graph), -1)
  let finished: [int] = []
  for v in 0..len(graph) {
    if seen[v] < 0 {
      visit(graph, v, 0, seen, finished)
    }
  }
  let back = turned(graph)
  let components = fill(len(graph), -1)
  let listed: [int] = []
  var count_so_far = 0
  while len(finished) > 0 {
    let v = pop(finished)
    if components[v] < 0 {
      visit(back, v, count_so_far, components, listed)
      count_so_far += 1
    }
  }
  return components
}
