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
      child += 1
    }
    if heap[parent] >= heap[child] {
      return
    }
    swap(heap, parent, child)
    parent = child
  }
}

// Whether no element from `first` on is greater than its parent there.
fn heap_from(xs: [int], first: int) -> bool {
  for child in 2 * first + 1..len(xs) {
    if xs[child] > xs[(child - 1) / 2] {
      return false
    }
  }
  return true
}

fn main(xs: [int]) -> [int]
    ensures sorted(result) {
  var root = len(xs) / 2
  while root > 0
      invariant heap_from(xs, root) {
    root -= 1
    sink(xs, root, len(xs))
  }
  var size = len(xs)
  while size > 1 {
    size -= 1
    swap(xs, 0, size)
    sink(xs, 0, size)
  }
  return xs
}
