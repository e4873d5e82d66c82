// Words in groups of those with the same letters, in the order in which they first occur.
fn letters(word: str) -> str {
  let signs = chars(word)
  sort(signs)
  return join(signs, "")
}

fn main(words: [str]) -> [[str]] {
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
