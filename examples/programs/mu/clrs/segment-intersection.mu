// Whether the segment from a to b meets the segment from c to d; points are [x, y].
// Positive where the way a, b, c turns left, negative where it turns right, else 0.
fn turn(a: [int], b: [int], c: [int]) -> int {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

fn between(low: int, x: int, high: int) -> bool {
  return low <= x && x <= high || high <= x && x <= low
}

// Whether c, which is on the line through a and b, is on the segment.
fn within(a: [int], b: [int], c: [int]) -> bool {
  return between(a[0], c[0], b[0]) && between(a[1], c[1], b[1])
}

fn opposite(x: int, y: int) -> bool {
  return x < 0 && y > 0 || x > 0 && y < 0
}

fn main(a: [int], b: [int], c: [int], d: [int]) -> bool
    requires len(a) == 2 && len(b) == 2 && len(c) == 2 && len(d) == 2 {
  let turn_a = turn(c, d, a)
  let turn_b = turn(c, d, b)
  let turn_c = turn(a, b, c)
  let turn_d = turn(a, b, d)
  if opposite(turn_a, turn_b) && opposite(turn_c, turn_d) {
    return true
  }
  if turn_a == 0 && within(c, d, a) || turn_b == 0 && within(c, d, b) {
    return true
  }
  return turn_c == 0 && within(a, b, c) || turn_d == 0 && within(a, b, d)
}
