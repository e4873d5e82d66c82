// How many edges each vertex is away from the source, none where no way leads.
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

fn main(graph: [[int]], source: int) -> [int?]
    requires well_formed(graph)
    requires source >= 0 && source < len(graph)
    ensures result[source] == some(0) {
  let distances: [int?] = fill(len(graph), none)
  distances[source] = some(0)
  let queue = [source]
  var first = 0
  while first < len(queue)
      invariant first <= len(queue) && len(queue) <= len(graph) {
    let v = queue[first]
    first += 1
    for w in graph[v] {
      if distances[w] == none {
        distances[w] = some(unwrap(distances[v]) + 1)
        push(queue, w)
      }
    }
  }
  return distances
}
