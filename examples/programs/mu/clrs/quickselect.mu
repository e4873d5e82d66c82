// The element that would stand at k if the list were sorted, without sorting it.
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

fn count_less(xs: [int], x: int) -> int {
  var less = 0
  for it in xs {
    if it < x {
      less += 1
    }
  }
  return less
}

fn main(xs: [int], k: int) -> int
    requires k >= 0 && k < len(xs)
    ensures count_less(xs, result) <= k && k < count_less(xs, result + 1) {
  var low = 0
  var high = len(xs)
  while true
      invariant low <= k && k < high {
    let middle = partition(xs, low, high)
    if middle == k {
      return xs[k]
    }
    if middle < k {
      low = middle + 1
    } else {
      high = middle
    }
  }
}
