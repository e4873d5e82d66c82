// How many letters have to be put in, taken out or changed to make one word the other.
fn main(a: str, b: str) -> int
    ensures result <= max(len(a), len(b)) {
  // above[j]: from the first letters of a so far to the first j of b.
  var above = range(0, len(b) + 1)
  for i in 0..len(a) {
    let row = [i + 1]
    for j in 0..len(b) {
      let change = if a[i] == b[j] { above[j] } else { above[j] + 1 }
      push(row, min(change, min(above[j + 1], row[j]) + 1))
    }
    above = row
  }
  return above[len(b)]
}

test "kittens" {
  assert main("kitten", "sitting") == 3
}
