// Whether the letters of a text read the same from both ends; capitals, blanks and signs do not
// count.
fn letters(text: str) -> [str] {
  let found: [str] = []
  for letter in chars(lower(text)) {
    if "a" <= letter && letter <= "z" {
      push(found, letter)
    }
  }
  return found
}

fn main(text: str) -> bool {
  let forwards = letters(text)
  let backwards = copy(forwards)
  reverse(backwards)
  return forwards == backwards
}

test "a canal" {
  assert main("A man, a plan, a canal: Panama!")
  assert !main("A man, a plan, a river")
}
