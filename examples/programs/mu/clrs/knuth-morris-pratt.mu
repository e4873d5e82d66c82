// Where a pattern stands in a text: never looks back in the text.
// How much of the pattern's beginning stands at the end of its first i + 1 letters, for each i; less
// than all of them.
fn borders(pattern: str) -> [int]
    ensures len(result) == len(pattern) {
  let lengths = [0]
  var matched = 0
  for i in 1..len(pattern)
      invariant matched < i {
    while matched > 0 && pattern[matched] != pattern[i] {
      matched = lengths[matched - 1]
    }
    if pattern[matched] == pattern[i] {
      matched += 1
    }
    push(lengths, matched)
  }
  return lengths
}

fn main(text: str, pattern: str) -> [int]
    requires pattern != ""
    ensures sorted(result) {
  let lengths = borders(pattern)
  let places: [int] = []
  var matched = 0
  for i in 0..len(text)
      invariant substring(text, i - matched, i) == substring(pattern, 0, matched) {
    while matched > 0 && pattern[matched] != text[i] {
      matched = lengths[matched - 1]
    }
    if pattern[matched] == text[i] {
      matched += 1
    }
    if matched == len(pattern) {
      push(places, i + 1 - matched)
      matched = lengths[matched - 1]
    }
  }
  return places
}
