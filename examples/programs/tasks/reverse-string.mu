// A word backwards.
fn main(word: [int]) -> [int] {
  let answer: [int] = []
  for i in 0..len(word) {
    push(answer, word[len(word) - 1 - i])
  }
  return answer
}
