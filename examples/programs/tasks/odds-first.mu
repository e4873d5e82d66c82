// The symbols at places 1, 3, 5 …, then those at 2, 4, 6 …
fn main(word: [int]) -> [int] {
  let answer: [int] = []
  for first in 0..2 {
    var i = first
    while i < len(word) {
      push(answer, word[i])
      i = i + 2
    }
  }
  return answer
}
