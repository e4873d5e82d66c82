// The vertices without which an undirected graph falls into more pieces, in order.
// graph[v] lists the neighbours of v.
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
fn visit(graph: [[int]], v: int, parent: int, numbers: [int], tour: [int], cuts: [bool]) -> int {
  numbers[v] = len(tour)
  push(tour, v)
  var low = numbers[v]
  var children = 0
  for w in graph[v] {
    if numbers[w] < 0 {
      children = children + 1
      let below = visit(graph, w, v, numbers, tour, cuts)
      if parent >= 0 && below >= numbers[v] {
        cuts[v] = true
      }
      if below < low {
        low = below
      }
    } else if numbers[w] < low {
      low = numbers[w]
    }
  }
  if parent < 0 && children > 1 {
    cuts[v] = true
  }
  return low
}

fn main(graph: [[int]]) -> [int]
    requires undirected(graph) {
  let numbers: [int] = []
  let cuts: [bool] = []
  let tour: [int] = []
  for _neighbours in graph {
    push(numbers, -1)
    push(cuts, false)
  }
  for v in 0..len(graph) {
    if numbers[v] < 0 {
      let _low = visit(graph, v, -1, numbers, tour, cuts)
    }
  }
  let points: [int] = []
  for v in 0..len(graph) {
    if cuts[v] {
      push(points, v)
    }
  }
  return points
}
