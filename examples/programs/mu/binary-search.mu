// Where x stands in a sorted list, or -1.
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
  if low < len(xs) && xs[low] == x {
    return low
  }
  return -1
}
