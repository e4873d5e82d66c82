// The longest text that can be made from either of two texts by leaving letters out.
// lengths[i][j]: of the longest for the first i letters of a and the first j of b.
fn table(a: str, b: str) -> [[int]] {
  let lengths = [fill(len(b) + 1, 0)]
  for i in 0..len(a) {
    let row = [0]
    for j in 0..len(b) {
      let longest = if a[i] == b[j] { lengths[i][j] + 1 } else { max(lengths[i][j + 1], row[j]) }
      push(row, longest)
    }
    push(lengths, row)
  }
  return lengths
}

fn main(a: str, b: str) -> str
    ensures len(result) <= min(len(a), len(b)) {
  let lengths = table(a, b)
  var common = ""
  var i = len(a)
  var j = len(b)
  while i > 0 && j > 0
      invariant len(common) + lengths[i][j] == lengths[len(a)][len(b)] {
    if a[i - 1] == b[j - 1] {
      common = a[i - 1] + common
      i -= 1
      j -= 1
    } else if lengths[i - 1][j] >= lengths[i][j - 1] {
      i -= 1
    } else {
      j -= 1
    }
  }
  return common
}
