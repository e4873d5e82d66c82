// Sorts a list in place: makes it a heap and takes the greatest element off, again and again.
fn swap(xs: [int], i: int, j: int) {
  let kept = xs[i]
  xs[i] = xs[j]
  xs[j] = kept
}

// Lets the element at `root` sink until no child in the heap of `size` elements is greater.
fn sink(heap: [int], root: int, size: int) {
  var parent = root
  while 2 * parent + 1 < size {
    var child = 2 * parent + 1
    if child + 1 < size && heap[child + 1] > heap[child] {
      child = child + 1
    }
    if heap[parent] >= heap[child] {
      return
    }
    swap(heap, parent, child)
    parent = child
  }
}

fn sorted(xs: [int]) -> bool {
  for i in 1..len(xs) {
    if xs[i - 1] > xs[i] {
      return false
    }
  }
  return true
}

fn main(xs: [int]) -> [int] {
  var root = len(xs) / 2
  while root > 0 {
    root = root - 1
    sink(xs, root, len(xs))
  }
  var size = len(xs)
  while size > 1 {
    size = size - 1
    swap(xs, 0, size)
    sink(xs, 0, size)
  }
  assert sorted(xs)
  return xs
}
