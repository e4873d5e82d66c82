// All lists that are left when elements are taken out of a list, shorter beginnings first.
fn with_one_more(xs: [int], x: int) -> [int] {
  let more: [int] = []
  for it in xs {
    push(more, it)
  }
  push(more, x)
  return more
}

fn main(xs: [int]) -> [[int]]
    requires len(xs) <= 10 {
  let all: [[int]] = [[]]
  for x in xs {
    for i in 0..len(all) {
      push(all, with_one_more(all[i], x))
    }
  }
  return all
}
