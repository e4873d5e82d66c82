// The edges without which an undirected graph falls into more pieces, as [v, w] with v discovered
// before w. graph[v] lists the neighbours of v.
fn has(xs: [int], x: int) -> bool {
  for it in xs {
    if it == x {
      return true
    }
  }
  return false
}

// Whether every edge leads to another vertex and back.
fn undirected(graph: [[int]]) -> bool {
  for v in 0..len(graph) {
    for w in graph[v] {
      if w < 0 || w >= len(graph) || w == v || !has(graph[w], v) {
        return false
      }
    }
  }
  return true
}

// Numbers the vertices in the order of discovery; the least number that v and what is discovered
// from it have an edge to.
fn visit(graph: [[int]], v: int, parent: int, numbers: [int], tour: [int], found: [[int]]) -> int {
  numbers[v] = len(tour)
  push(tour, v)
  var low = numbers[v]
  for w in graph[v] {
    if numbers[w] < 0 {
      let below = visit(graph, w, v, numbers, tour, found)
      if below > numbers[v] {
        push(found, [v, w])
      }
      if below < low {
        low = below
      }
    } else if w != parent && numbers[w] < low {
      low = numbers[w]
    }
  }
  return low
}

fn main(graph: [[int]]) -> [[int]]
    requires undirected(graph) {
  let numbers: [int] = []
  let tour: [int] = []
  let found: [[int]] = []
  for _neighbours in graph {
    push(numbers, -1)
  }
  for v in 0..len(graph) {
    if numbers[v] < 0 {
      let _low = visit(graph, v, -1, numbers, tour, found)
    }
  }
  return found
}
