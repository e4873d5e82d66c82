// How often each word occurs in a text, in the order in which the words first occur.
fn main(text: str) -> {str: int} {
  let counts: {str: int} = {}
  for word in split(lower(text), " ") {
    if word != "" {
      counts[word] = or_else(lookup(counts, word), 0) + 1
    }
  }
  return counts
}
