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

// The numbers of the tasks, by penalty, the greatest first.
fn by_penalty(penalties: [int]) -> [int] {
  let order: [int] = []
  for i in 0..len(penalties) {
    push(order, i)
    var j = i
    while j > 0 && penalties[order[j - 1]] < penalties[i] {
      order[j] = order[j - 1]
      j = j - 1
    }
    order[j] = i
  }
  return order
}

// The last free hour before `deadline`, or -1.
fn last_free(hours: [int], deadline: int) -> int {
  var hour = deadline - 1
  while hour >= 0 && hours[hour] >= 0 {
    hour = hour - 1
  }
  return hour
}

fn main(deadlines: [int], penalties: [int]) -> [int]
    requires len(deadlines) == len(penalties)
    requires well_formed(deadlines, penalties) {
  let hours: [int] = []
  for _hour in deadlines {
    push(hours, -1)
  }
  for task in by_penalty(penalties) {
    var hour = last_free(hours, deadlines[task])
    if hour < 0 {
      hour = last_free(hours, len(hours))
    }
    hours[hour] = task
  }
  return hours
}
