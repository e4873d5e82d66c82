// The average of a list, rounded down; fails on an empty one.
fn main(xs: [int]) -> int {
  var sum = 0
  for x in xs {
    sum = sum + x
  }
  return sum / len(xs)
}
