// All orders of the numbers below n, in the order of a dictionary.
// Turns an order into the next one; false where it was the last.
fn advance(order: [int]) -> bool {
  var i = len(order) - 2
  while i >= 0 && order[i] > order[i + 1] {
    i -= 1
  }
  if i < 0 {
    return false
  }
  var j = len(order) - 1
  while order[j] < order[i] {
    j -= 1
  }
  swap(order, i, j)
  var low = i + 1
  var high = len(order) - 1
  while low < high {
    swap(order, low, high)
    low += 1
    high -= 1
  }
  return true
}

fn swap(xs: [int], i: int, j: int) {
  let kept = xs[i]
  xs[i] = xs[j]
  xs[j] = kept
}

fn main(n: int) -> [[int]]
    requires n >= 0 && n <= 6 {
  let order: [int] = []
  for i in 0..n {
    push(order, i)
  }
  let all = [copy(order)]
  while advance(order) {
    push(all, copy(order))
  }
  return all
}
