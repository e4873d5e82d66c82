// Words in groups of those with the same letters, in the order in which they first occur.
fn letters(word: str) -> str
    ensures len(result) == len(word) {
  let signs = chars(word)
  sort(signs)
  return join(signs, "")
}

// How many words are in groups, of which none is empty; -1 where one is.
fn grouped(groups: [[str]]) -> int {
  var words = 0
  for group in groups {
    if len(group) == 0 {
      return -1
    }
    words += len(group)
  }
  return words
}

fn main(words: [str]) -> [[str]]
    ensures grouped(result) == len(words) {
  let groups: {str: [str]} = {}
  for word in words {
    let key = letters(word)
    if !(key in groups) {
      groups[key] = []
    }
    push(groups[key], word)
  }
  return values(groups)
}
