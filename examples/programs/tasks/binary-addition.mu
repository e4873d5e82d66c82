// The sum of two binary numbers, lowest bit first.
fn main(a: [int], b: [int]) -> [int] {
  let answer: [int] = []
  var carry = 0
  var i = 0
  while i < len(a) || i < len(b) || carry > 0 {
    if i < len(a) {
      carry = carry + a[i]
    }
    if i < len(b) {
      carry = carry + b[i]
    }
    push(answer, carry % 2)
    carry = carry / 2
    i = i + 1
  }
  return answer
}
