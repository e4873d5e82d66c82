// The places of two numbers in a sorted list with a given sum, if there are such.
fn main(xs: [int], wanted: int) -> (int, int)?
    requires sorted(xs) {
  var low = 0
  var high = len(xs) - 1
  while low < high {
    let reached = xs[low] + xs[high]
    if reached == wanted {
      return some((low, high))
    }
    if reached < wanted {
      low += 1
    } else {
      high -= 1
    }
  }
  return none
}
