// A list without the elements that have occurred before.
fn main(xs: [int]) -> [int]
    ensures len(result) <= len(xs) {
  let kept: [int] = []
  for x in xs {
    if !(x in kept) {
      push(kept, x)
    }
  }
  return kept
}
