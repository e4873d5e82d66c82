// Where a pattern stands in a text, both lists of symbols: never looks back in the text.
// How much of the pattern's beginning stands at the end of its first i + 1 symbols, for each i; less
// than all of them.
fn borders(pattern: [int]) -> [int] {
  let lengths = [0]
  var matched = 0
  for i in 1..len(pattern) {
    while matched > 0 && pattern[matched] != pattern[i] {
      matched = lengths[matched - 1]
    }
    if pattern[matched] == pattern[i] {
      matched = matched + 1
    }
    push(lengths, matched)
  }
  return lengths
}

fn main(text: [int], pattern: [int]) -> [int]
    requires len(pattern) > 0 {
  let lengths = borders(pattern)
  let places: [int] = []
  var matched = 0
  for i in 0..len(text) {
    while matched > 0 && pattern[matched] != text[i] {
      matched = lengths[matched - 1]
    }
    if pattern[matched] == text[i] {
      matched = matched + 1
    }
    if matched == len(pattern) {
      push(places, i + 1 - matched)
      matched = lengths[matched - 1]
    }
  }
  return places
}
