// How often each word occurs in a text, in the order in which the words first occur.
fn words_in(text: str) -> int {
  var words = 0
  for word in split(text, " ") {
    if word != "" {
      words += 1
    }
  }
  return words
}

fn main(text: str) -> {str: int}
    ensures sum(values(result)) == words_in(text) {
  let counts: {str: int} = {}
  for word in split(lower(text), " ") {
    if word != "" {
      counts[word] = or_else(lookup(counts, word), 0) + 1
    }
  }
  return counts
}
