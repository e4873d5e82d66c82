// The list from its end to its start; empties the list it was given.
fn main(xs: [int]) -> [int] {
  let out: [int] = []
  while len(xs) > 0 {
    push(out, pop(xs))
  }
  return out
}
