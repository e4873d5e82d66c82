// The letters that all words have, by the alphabet.
fn main(words: [str]) -> [str]
    requires len(words) > 0
    ensures sorted(result) {
  var common = set_of(chars(words[0]))
  for word in words {
    let both: {str} = set_of([])
    for letter in chars(word) {
      if letter in common {
        push(both, letter)
      }
    }
    common = both
  }
  let letters = keys(common)
  sort(letters)
  return letters
}
