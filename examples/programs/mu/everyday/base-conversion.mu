// The digits of n in a base, the most significant first.
fn main(n: int, base: int) -> [int]
    requires n >= 0
    requires base >= 2 {
  let backwards: [int] = []
  var rest = n
  while rest > 0 {
    push(backwards, rest % base)
    rest /= base
  }
  if n == 0 {
    return [0]
  }
  let digits: [int] = []
  while len(backwards) > 0 {
    push(digits, pop(backwards))
  }
  return digits
}
