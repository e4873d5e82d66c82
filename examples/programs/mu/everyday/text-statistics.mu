// What can be counted in a text: its letters, words, sentences, and its longest word.
record Statistics {
  letters: int
  words: int
  sentences: int
  longest: str?
}

fn is_letter(sign: str) -> bool {
  return "a" <= lower(sign) && lower(sign) <= "z"
}

fn longer(word: str, longest: str?) -> bool {
  return match longest {
    some(other) => len(word) > len(other)
    none => true
  }
}

fn main(text: str) -> Statistics
    ensures result.words <= result.letters && result.letters + result.sentences <= len(text)
    ensures is_some(result.longest) == (result.words > 0) {
  var statistics = Statistics(letters: 0, words: 0, sentences: 0, longest: none)
  var word = ""
  // A blank at the end, so that the last word ends too.
  for sign in chars(text + " ") {
    if is_letter(sign) {
      word += sign
      statistics = statistics with (letters: statistics.letters + 1)
    } else if word != "" {
      if longer(word, statistics.longest) {
        statistics = statistics with (longest: some(word))
      }
      statistics = statistics with (words: statistics.words + 1)
      word = ""
    }
    if sign in ".!?" {
      statistics = statistics with (sentences: statistics.sentences + 1)
    }
  }
  return statistics
}
