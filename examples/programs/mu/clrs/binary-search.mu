// How many elements of a sorted list are less than x: where x stands or would have to stand.
fn sorted(xs: [int]) -> bool {
  for i in 1..len(xs) {
    if xs[i - 1] > xs[i] {
      return false
    }
  }
  return true
}

fn main(xs: [int], x: int) -> int
    requires sorted(xs) {
  var low = 0
  var high = len(xs)
  while low < high {
    let middle = (low + high) / 2
    if xs[middle] < x {
      low = middle + 1
    } else {
      high = middle
    }
  }
  assert low == 0 || xs[low - 1] < x
  assert low == len(xs) || x <= xs[low]
  return low
}
