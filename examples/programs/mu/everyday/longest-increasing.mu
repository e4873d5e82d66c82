// How long the longest list of growing numbers is that leaving elements out of a list makes.
fn main(xs: [int]) -> int {
  // least[i]: the least last element of such lists of length i + 1.
  let least: [int] = []
  for x in xs {
    var i = 0
    while i < len(least) && least[i] < x {
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
