// Whether a word of 0 and 1 has an even number of 1s.
fn main(word: [int]) -> bool {
  var even = true
  for bit in word {
    even = even == (bit == 0)
  }
  return even
}
