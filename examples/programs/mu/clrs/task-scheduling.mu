// An order of tasks of one hour each with the least penalty for those that miss their deadline: the
// dearest first, each in the last free hour before its deadline, or else in the last free one.
fn well_formed(deadlines: [int], penalties: [int]) -> bool {
  for i in 0..len(deadlines) {
    if deadlines[i] < 1 || deadlines[i] > len(deadlines) || penalties[i] < 0 {
      return false
    }
  }
  return true
}

// The last free hour before the deadline.
fn last_free(hours: [int?], deadline: int) -> int? {
  var hour = deadline - 1
  while hour >= 0 {
    if hours[hour] == none {
      return some(hour)
    }
    hour -= 1
  }
  return none
}

fn main(deadlines: [int], penalties: [int]) -> [int]
    requires len(deadlines) == len(penalties)
    requires well_formed(deadlines, penalties)
    ensures len(result) == len(deadlines) {
  let by_penalty: [(int, int)] = []
  for i in 0..len(penalties) {
    push(by_penalty, (-penalties[i], i))
  }
  sort(by_penalty)
  let hours: [int?] = fill(len(deadlines), none)
  for (_, task) in by_penalty {
    let hour = match last_free(hours, deadlines[task]) {
      some(in_time) => in_time
      none => unwrap(last_free(hours, len(hours)))
    }
    hours[hour] = some(task)
  }
  let order: [int] = []
  for filled in hours {
    push(order, unwrap(filled))
  }
  return order
}
