// Whether a word of 0 and 1 has as many 01 as 10.
fn main(word: [int]) -> bool {
  var pairs = 0
  for i in 1..len(word) {
    if word[i] != word[i - 1] {
      pairs = pairs + 1
    }
  }
  return pairs % 2 == 0
}
