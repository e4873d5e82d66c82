// Sorts a list in place: parts it at its last element and sorts both parts.
fn swap(xs: [int], i: int, j: int) {
  let kept = xs[i]
  xs[i] = xs[j]
  xs[j] = kept
}

// Moves what is at most the last element of low..high before it and the rest behind it; where it is
// then.
fn partition(xs: [int], low: int, high: int) -> int
    requires low < high
    ensures low <= result && result < high {
  let pivot = xs[high - 1]
  var middle = low
  for i in low..high - 1
      invariant low <= middle && middle <= i {
    if xs[i] <= pivot {
      swap(xs, middle, i)
      middle += 1
    }
  }
  swap(xs, middle, high - 1)
  return middle
}

// Sorts low..high.
fn sort_part(xs: [int], low: int, high: int) {
  if high - low > 1 {
    let middle = partition(xs, low, high)
    sort_part(xs, low, middle)
    sort_part(xs, middle + 1, high)
  }
}

fn main(xs: [int]) -> [int]
    ensures sorted(result) {
  sort_part(xs, 0, len(xs))
  return xs
}
