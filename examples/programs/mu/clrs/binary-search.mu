// How many elements of a sorted list are less than x: where x stands or would have to stand.
fn main(xs: [int], x: int) -> int
    requires sorted(xs)
    ensures result == 0 || xs[result - 1] < x
    ensures result == len(xs) || x <= xs[result] {
  var low = 0
  var high = len(xs)
  while low < high
      invariant low == 0 || xs[low - 1] < x
      invariant high == len(xs) || x <= xs[high] {
    let middle = (low + high) / 2
    if xs[middle] < x {
      low = middle + 1
    } else {
      high = middle
    }
  }
  return low
}
