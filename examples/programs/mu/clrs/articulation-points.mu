// The vertices without which an undirected graph falls into more pieces, in order.
// graph[v] lists the neighbours of v.
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
fn visit(graph: [[int]], v: int, root: bool, numbers: [int], tour: [int], cuts: {int}) -> int
    requires numbers[v] < 0
    ensures result <= numbers[v] {
  numbers[v] = len(tour)
  push(tour, v)
  var low = numbers[v]
  var children = 0
  for w in graph[v] {
    if numbers[w] < 0 {
      children += 1
      let below = visit(graph, w, false, numbers, tour, cuts)
      if !root && below >= numbers[v] {
        push(cuts, v)
      }
      low = min(low, below)
    } else {
      low = min(low, numbers[w])
    }
  }
  if root && children > 1 {
    push(cuts, v)
  }
  return low
}

fn main(graph: [[int]]) -> [int]
    requires undirected(graph)
    ensures sorted(result) {
  let numbers = fill(len(graph), -1)
  let tour: [int] = []
  let cuts: {int} = set_of([])
  for v in 0..len(graph) {
    if numbers[v] < 0 {
      let _low = visit(graph, v, true, numbers, tour, cuts)
    }
  }
  let points = keys(cuts)
  sort(points)
  return points
}
