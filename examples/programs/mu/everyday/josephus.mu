// The order in which n people in a circle leave when every k-th has to go.
fn main(n: int, k: int) -> [int]
    requires n >= 0 && n <= 100
    requires k >= 1 {
  let circle: [int] = []
  for person in 0..n {
    push(circle, person)
  }
  let gone: [int] = []
  var at = 0
  while len(circle) > 0 {
    at = (at + k - 1) % len(circle)
    push(gone, circle[at])
    for i in at..len(circle) - 1 {
      circle[i] = circle[i + 1]
    }
    let _last = pop(circle)
  }
  return gone
}
