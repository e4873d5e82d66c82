// The whole part of the square root of a binary number, bit by bit from the top; all numbers with
// the highest bit first.
fn main(bits: [int]) -> [int] {
  var n = 0
  for bit in bits {
    n = 2 * n + bit
  }
  let answer: [int] = []
  var root = 0
  var place = 1
  for i in 1..(len(bits) + 1) / 2 {
    place = place * 2
  }
  while place > 0 && len(bits) > 0 {
    if (root + place) * (root + place) <= n {
      root = root + place
      push(answer, 1)
    } else {
      push(answer, 0)
    }
    place = place / 2
  }
  return answer
}
