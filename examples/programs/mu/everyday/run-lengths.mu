// A list as pairs [element, how often it stands there in a row].
// Whether the runs, written out, are the list.
fn spells(runs: [[int]], xs: [int]) -> bool {
  var at = 0
  for run in runs {
    for _ in 0..run[1] {
      if at == len(xs) || xs[at] != run[0] {
        return false
      }
      at += 1
    }
  }
  return at == len(xs)
}

// Whether no run goes on in the next one.
fn apart(runs: [[int]]) -> bool {
  for i in 1..len(runs) {
    if runs[i - 1][0] == runs[i][0] {
      return false
    }
  }
  return true
}

fn main(xs: [int]) -> [[int]]
    ensures spells(result, xs)
    ensures apart(result) {
  let runs: [[int]] = []
  for x in xs {
    if len(runs) > 0 && runs[len(runs) - 1][0] == x {
      runs[len(runs) - 1][1] = runs[len(runs) - 1][1] + 1
    } else {
      push(runs, [x, 1])
    }
  }
  return runs
}
