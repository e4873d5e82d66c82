// When each vertex of a directed graph is discovered and finished, and from where: three lists.
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

// Time is the length of `tour`, which gets a vertex when it is discovered and when it is finished.
fn visit(graph: [[int]], v: int, parents: [int], discovered: [int], finished: [int], tour: [int]) {
  discovered[v] = len(tour)
  push(tour, v)
  for w in graph[v] {
    if discovered[w] < 0 {
      parents[w] = v
      visit(graph, w, parents, discovered, finished, tour)
    }
  }
  finished[v] = len(tour)
  push(tour, v)
}

fn main(graph: [[int]]) -> [[int]]
    requires well_formed(graph) {
  let parents: [int] = []
  let discovered: [int] = []
  let finished: [int] = []
  let tour: [int] = []
  for _targets in graph {
    push(parents, -1)
    push(discovered, -1)
    push(finished, -1)
  }
  for v in 0..len(graph) {
    if discovered[v] < 0 {
      visit(graph, v, parents, discovered, finished, tour)
    }
  }
  return [discovered, finished, parents]
}
