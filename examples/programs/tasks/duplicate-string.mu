// A word twice.
fn main(word: [int]) -> [int] {
  let answer: [int] = []
  for turn in 0..2 {
    for symbol in word {
      push(answer, symbol)
    }
  }
  return answer
}
