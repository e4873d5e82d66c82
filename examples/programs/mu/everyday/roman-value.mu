// The number that a Roman numeral means: a sign before a greater one is taken away.
fn value_of(sign: str) -> int {
  return match sign {
    "I" => 1
    "V" => 5
    "X" => 10
    "L" => 50
    "C" => 100
    "D" => 500
    "M" => 1000
    _ => 0
  }
}

fn roman(numeral: str) -> bool {
  for i in 0..len(numeral) {
    if value_of(numeral[i]) == 0 {
      return false
    }
  }
  return true
}

fn main(numeral: str) -> int
    requires roman(numeral) {
  var total = 0
  for i in 0..len(numeral) {
    let value = value_of(numeral[i])
    if i + 1 < len(numeral) && value < value_of(numeral[i + 1]) {
      total -= value
    } else {
      total += value
    }
  }
  return total
}
