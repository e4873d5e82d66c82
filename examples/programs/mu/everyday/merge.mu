// Two sorted lists made one.
fn sorted(xs: [int]) -> bool {
  for i in 1..len(xs) {
    if xs[i - 1] > xs[i] {
      return false
    }
  }
  return true
}

fn main(a: [int], b: [int]) -> [int]
    requires sorted(a) && sorted(b) {
  let merged: [int] = []
  var j = 0
  for x in a {
    while j < len(b) && b[j] < x {
      push(merged, b[j])
      j = j + 1
    }
    push(merged, x)
  }
  for k in j..len(b) {
    push(merged, b[k])
  }
  assert sorted(merged)
  return merged
}
