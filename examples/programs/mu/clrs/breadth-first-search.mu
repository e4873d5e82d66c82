// How many edges each vertex is away from the source, -1 where no way leads.
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

fn main(graph: [[int]], source: int) -> [int]
    requires well_formed(graph)
    requires source >= 0 && source < len(graph) {
  let distances: [int] = []
  for _targets in graph {
    push(distances, -1)
  }
  distances[source] = 0
  let queue = [source]
  var first = 0
  while first < len(queue) {
    let v = queue[first]
    first = first + 1
    for w in graph[v] {
      if distances[w] < 0 {
        distances[w] = distances[v] + 1
        push(queue, w)
      }
    }
  }
  return distances
}
