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
fn turned(graph: [[int]]) -> [[int]] {
  let back: [[int]] = []
  for _targets in graph {
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
fn visit(graph: [[int]], v: int, number: int, numbers: [int], finished: [int]) {
  numbers[v] = number
  for w in graph[v] {
    if numbers[w] < 0 {
      visit(graph, w, number, numbers, finished)
    }
  }
  push(finished, v)
}

fn nothing(graph: [[int]]) -> [int] {
  let numbers: [int] = []
  for _targets in graph {
    push(numbers, -1)
  }
  return numbers
}

fn main(graph: [[int]]) -> [int]
    requires well_formed(graph) {
  let seen = nothing(graph)
  let finished: [int] = []
  for v in 0..len(graph) {
    if seen[v] < 0 {
      visit(graph, v, 0, seen, finished)
    }
  }
  let back = turned(graph)
  let components = nothing(graph)
  let listed: [int] = []
  var count = 0
  while len(finished) > 0 {
    let v = pop(finished)
    if components[v] < 0 {
      visit(back, v, count, components, listed)
      count = count + 1
    }
  }
  return components
}
