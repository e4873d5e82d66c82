// The longest list that can be made from either of two lists by leaving elements out.
fn max(a: int, b: int) -> int {
  if a > b {
    return a
  }
  return b
}

// lengths[i][j]: of the longest for the first i elements of a and the first j of b.
fn table(a: [int], b: [int]) -> [[int]] {
  let lengths: [[int]] = []
  for i in 0..len(a) + 1 {
    let row = [0]
    for j in 1..len(b) + 1 {
      if i == 0 {
        push(row, 0)
      } else if a[i - 1] == b[j - 1] {
        push(row, lengths[i - 1][j - 1] + 1)
      } else {
        push(row, max(lengths[i - 1][j], row[j - 1]))
      }
    }
    push(lengths, row)
  }
  return lengths
}

fn main(a: [int], b: [int]) -> [int] {
  let lengths = table(a, b)
  let backwards: [int] = []
  var i = len(a)
  var j = len(b)
  while i > 0 && j > 0 {
    if a[i - 1] == b[j - 1] {
      push(backwards, a[i - 1])
      i = i - 1
      j = j - 1
    } else if lengths[i - 1][j] >= lengths[i][j - 1] {
      i = i - 1
    } else {
      j = j - 1
    }
  }
  let common: [int] = []
  while len(backwards) > 0 {
    push(common, pop(backwards))
  }
  assert len(common) == lengths[len(a)][len(b)]
  return common
}
