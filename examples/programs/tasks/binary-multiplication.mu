// The product of two binary numbers, lowest bit first, as wide as both together.
fn main(a: [int], b: [int]) -> [int] {
  let answer: [int] = []
  var carry = 0
  for i in 0..len(a) + len(b) {
    for j in 0..len(a) {
      if i - j >= 0 && i - j < len(b) {
        carry = carry + a[j] * b[i - j]
      }
    }
    push(answer, carry % 2)
    carry = carry / 2
  }
  return answer
}
