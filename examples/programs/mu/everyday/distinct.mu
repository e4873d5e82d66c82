// A list without the elements that have occurred before.
fn has(xs: [int], x: int) -> bool {
  for it in xs {
    if it == x {
      return true
    }
  }
  return false
}

fn main(xs: [int]) -> [int] {
  let kept: [int] = []
  for x in xs {
    if !has(kept, x) {
      push(kept, x)
    }
  }
  return kept
}
