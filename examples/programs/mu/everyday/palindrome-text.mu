// Whether the letters of a text read the same from both ends; capitals, blanks and signs do not
// count.
fn small(letters: [str]) -> bool {
  for letter in letters {
    if letter < "a" || letter > "z" {
      return false
    }
  }
  return true
}

fn letters(text: str) -> [str]
    ensures small(result) {
  let found: [str] = []
  for letter in chars(lower(text)) {
    if "a" <= letter && letter <= "z" {
      push(found, letter)
    }
  }
  return found
}

fn main(text: str) -> bool
    ensures result || len(text) > 1 {
  let forwards = letters(text)
  let backwards = copy(forwards)
  reverse(backwards)
  return forwards == backwards
}

test "a canal" {
  assert main("A man, a plan, a canal: Panama!")
  assert !main("A man, a plan, a river")
}
