// As many activities as possible that do not overlap: of those that can still begin, take the one
// that ends first.
fn well_formed(starts: [int], ends: [int]) -> bool {
  for i in 0..len(starts) {
    if starts[i] >= ends[i] {
      return false
    }
  }
  return true
}

// The numbers of the activities, by end.
fn by_end(ends: [int]) -> [int] {
  let order: [int] = []
  for i in 0..len(ends) {
    push(order, i)
    var j = i
    while j > 0 && ends[order[j - 1]] > ends[i] {
      order[j] = order[j - 1]
      j = j - 1
    }
    order[j] = i
  }
  return order
}

fn main(starts: [int], ends: [int]) -> [int]
    requires len(starts) == len(ends)
    requires well_formed(starts, ends) {
  let chosen: [int] = []
  for activity in by_end(ends) {
    if len(chosen) == 0 || ends[chosen[len(chosen) - 1]] <= starts[activity] {
      push(chosen, activity)
    }
  }
  return chosen
}
