// Digits 0 to 4 in order, by counting.
fn main(word: [int]) -> [int] {
  let counts = [0, 0, 0, 0, 0]
  for digit in word {
    counts[digit] = counts[digit] + 1
  }
  let answer: [int] = []
  for digit in 0..5 {
    for turn in 0..counts[digit] {
      push(answer, digit)
    }
  }
  return answer
}
