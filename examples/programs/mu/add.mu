// Adds two numbers given as lists of decimal digits, least significant first.
// [9, 9] + [1, 0] = [0, 0, 1]
fn digits(xs: [int]) -> bool {
  for x in xs {
    if x < 0 || x > 9 {
      return false
    }
  }
  return true
}

fn main(a: [int], b: [int]) -> [int]
    requires len(a) == len(b) && digits(a) && digits(b) {
  let sum: [int] = []
  var carry = 0
  for i in 0..len(a) {
    let total = a[i] + b[i] + carry
    push(sum, total % 10)
    carry = total / 10
  }
  push(sum, carry)
  return sum
}
