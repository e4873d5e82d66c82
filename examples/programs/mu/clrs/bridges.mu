// The edges without which an undirected graph falls into more pieces, each from the vertex that is
// discovered first. graph[v] lists the neighbours of v.
// Whether every edge leads to another vertex and back.
fn undirected(graph: [[int]]) -> bool {
  for v in 0..len(graph) {
    for w in graph[v] {
      if w < 0 || w >= len(graph) || w == v || !(v in graph[w]) {
        return false
      }
    }
  }
  return true
}

// Numbers the vertices in the order of discovery; the least number that v and what is discovered
// from it have an edge to.
fn visit(
  graph: [[int]], v: int, parent: int?, numbers: [int], tour: [int], found: [(int, int)]
) -> int
    requires numbers[v] < 0
    ensures result <= numbers[v] {
  numbers[v] = len(tour)
  push(tour, v)
  var low = numbers[v]
  for w in graph[v] {
    if numbers[w] < 0 {
      let below = visit(graph, w, some(v), numbers, tour, found)
      if below > numbers[v] {
        push(found, (v, w))
      }
      low = min(low, below)
    } else if some(w) != parent {
      low = min(low, numbers[w])
    }
  }
  return low
}

fn main(graph: [[int]]) -> [(int, int)]
    requires undirected(graph) {
  let numbers = fill(len(graph), -1)
  let tour: [int] = []
  let found: [(int, int)] = []
  for v in 0..len(graph) {
    if numbers[v] < 0 {
      let _low = visit(graph, v, none, numbers, tour, found)
    }
  }
  return found
}
