// A text with every letter of the alphabet moved on by `shift` places, round from z to a.
fn moved(letter: str, first: str, shift: int) -> str {
  return chr(ord(first) + (ord(letter) - ord(first) + shift) % 26)
}

fn main(text: str, shift: int) -> str
    ensures len(result) == len(text) {
  var secret = ""
  for i in 0..len(text) {
    let letter = text[i]
    if "a" <= letter && letter <= "z" {
      secret += moved(letter, "a", shift)
    } else if "A" <= letter && letter <= "Z" {
      secret += moved(letter, "A", shift)
    } else {
      secret += letter
    }
  }
  return secret
}

test "Caesar's own shift" {
  assert main("Veni, vidi, vici.", 3) == "Yhql, ylgl, ylfl."
  assert main("Yhql", -3) == "Veni"
}
