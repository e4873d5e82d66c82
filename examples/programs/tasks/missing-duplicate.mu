// A word of 0 and 1 stands twice, with one symbol hidden as 2: which was it?
fn main(word: [int]) -> int {
  let half = len(word) / 2
  for i in 0..len(word) {
    if word[i] == 2 {
      return word[(i + half) % len(word)]
    }
  }
  return -1
}
