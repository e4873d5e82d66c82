// All lists that are left when elements are taken out of a list, shorter beginnings first.
fn main(xs: [int]) -> [[int]]
    requires len(xs) <= 10 {
  let all: [[int]] = [[]]
  for x in xs {
    for i in 0..len(all) {
      push(all, concat(all[i], [x]))
    }
  }
  return all
}
