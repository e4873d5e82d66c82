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

// Whether each of the chosen activities ends before the next one begins.
fn apart(chosen: [int], starts: [int], ends: [int]) -> bool {
  for i in 1..len(chosen) {
    if ends[chosen[i - 1]] > starts[chosen[i]] {
      return false
    }
  }
  return true
}

fn main(starts: [int], ends: [int]) -> [int]
    requires len(starts) == len(ends)
    requires well_formed(starts, ends)
    ensures apart(result, starts, ends) {
  let by_end: [(int, int)] = []
  for i in 0..len(ends) {
    push(by_end, (ends[i], i))
  }
  sort(by_end)
  let chosen: [int] = []
  for (_, activity) in by_end {
    if len(chosen) == 0 || ends[chosen[len(chosen) - 1]] <= starts[activity] {
      push(chosen, activity)
    }
  }
  return chosen
}
