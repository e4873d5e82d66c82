// A list as pairs [element, how often it stands there in a row].
fn main(xs: [int]) -> [[int]] {
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
