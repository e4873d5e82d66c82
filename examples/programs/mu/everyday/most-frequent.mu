// The element that occurs most often, of several the one that comes first.
fn main(xs: [int]) -> int
    requires len(xs) > 0 {
  var best = xs[0]
  var most = 0
  for x in xs {
    let times = count(xs, x)
    if times > most {
      best = x
      most = times
    }
  }
  return best
}
