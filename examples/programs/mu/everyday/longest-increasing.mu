// How long the longest list of growing numbers is that leaving elements out of a list makes.
fn growing(xs: [int]) -> bool {
  for i in 1..len(xs) {
    if xs[i - 1] >= xs[i] {
      return false
    }
  }
  return true
}

fn main(xs: [int]) -> int
    ensures result <= len(xs)
    ensures result > 0 || len(xs) == 0 {
  // least[i]: the least last element of such lists of length i + 1.
  let least: [int] = []
  for x in xs
      invariant growing(least) {
    var i = 0
    while i < len(least) && least[i] < x
        invariant i == 0 || least[i - 1] < x {
      i += 1
    }
    if i == len(least) {
      push(least, x)
    } else {
      least[i] = x
    }
  }
  return len(least)
}
