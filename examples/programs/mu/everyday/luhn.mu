// Whether the digits of a card number have the right check digit at their end, by Luhn.
fn digits_only(xs: [int]) -> bool {
  for x in xs {
    if x < 0 || x > 9 {
      return false
    }
  }
  return true
}

fn main(digits: [int]) -> bool
    requires digits_only(digits) {
  var sum = 0
  for i in 0..len(digits) {
    let digit = digits[len(digits) - 1 - i]
    if i % 2 == 0 {
      sum += digit
    } else if digit < 5 {
      sum += 2 * digit
    } else {
      sum += 2 * digit - 9
    }
  }
  return sum % 10 == 0
}
