// The places of two numbers in a sorted list with a given sum, or [].
fn sorted(xs: [int]) -> bool {
  for i in 1..len(xs) {
    if xs[i - 1] > xs[i] {
      return false
    }
  }
  return true
}

fn main(xs: [int], sum: int) -> [int]
    requires sorted(xs) {
  var low = 0
  var high = len(xs) - 1
  while low < high {
    if xs[low] + xs[high] == sum {
      return [low, high]
    }
    if xs[low] + xs[high] < sum {
      low = low + 1
    } else {
      high = high - 1
    }
  }
  return []
}
