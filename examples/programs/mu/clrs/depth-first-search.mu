// When each vertex of a directed graph is discovered and finished, and from where.
// graph[v] lists the vertices that edges lead to from v.
record Search {
  discovered: [int]
  finished: [int]
  parents: [int?]
}

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
fn visit(graph: [[int]], v: int, search: Search, tour: [int])
    requires search.discovered[v] < 0
    ensures search.discovered[v] < search.finished[v] {
  search.discovered[v] = len(tour)
  push(tour, v)
  for w in graph[v] {
    if search.discovered[w] < 0 {
      search.parents[w] = some(v)
      visit(graph, w, search, tour)
    }
  }
  search.finished[v] = len(tour)
  push(tour, v)
}

// Whether each vertex is discovered and finished while the one it was found from is not finished.
fn nested(search: Search) -> bool {
  for v in 0..len(search.parents) {
    match search.parents[v] {
      some(u) => {
        if search.discovered[u] >= search.discovered[v] || search.finished[v] >= search.finished[u] {
          return false
        }
      }
      none => {}
    }
  }
  return true
}

fn main(graph: [[int]]) -> Search
    requires well_formed(graph)
    ensures len(result.discovered) == len(graph) && !(-1 in result.discovered)
    ensures nested(result) {
  let n = len(graph)
  let search = Search(discovered: fill(n, -1), finished: fill(n, -1), parents: fill(n, none))
  let tour: [int] = []
  for v in 0..n {
    if search.discovered[v] < 0 {
      visit(graph, v, search, tour)
    }
  }
  return search
}
