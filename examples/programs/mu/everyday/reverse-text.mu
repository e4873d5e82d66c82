// A text from its end to its start.
fn main(text: str) -> str
    ensures len(result) == len(text) {
  var backwards = ""
  for i in 0..len(text)
      invariant len(backwards) == i {
    backwards = text[i] + backwards
  }
  return backwards
}
