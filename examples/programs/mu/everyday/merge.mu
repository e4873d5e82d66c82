// Two sorted lists made one.
fn main(a: [int], b: [int]) -> [int]
    requires sorted(a) && sorted(b)
    ensures sorted(result) && len(result) == len(a) + len(b) {
  let merged: [int] = []
  var j = 0
  for x in a {
    while j < len(b) && b[j] < x {
      push(merged, b[j])
      j += 1
    }
    push(merged, x)
  }
  for k in j..len(b) {
    push(merged, b[k])
  }
  return merged
}
