// A number as a Roman numeral.
fn main(n: int) -> str
    requires n >= 1 && n < 4000 {
  let signs = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")
  ]
  var numeral = ""
  var rest = n
  for (value, sign) in signs {
    while rest >= value {
      numeral += sign
      rest -= value
    }
  }
  return numeral
}

test "the year of the first programmable computer" {
  assert main(1941) == "MCMXLI"
}
