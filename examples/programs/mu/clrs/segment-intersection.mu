// Whether the segment from a to b meets the segment from c to d.
record Point {
  x: int
  y: int
}

// Positive where the way a, b, c turns left, negative where it turns right, else 0.
fn turn(a: Point, b: Point, c: Point) -> int {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

// Whether c, which is on the line through a and b, is on the segment.
fn within(a: Point, b: Point, c: Point) -> bool
    requires turn(a, b, c) == 0 {
  let beside = c.x < min(a.x, b.x) || c.x > max(a.x, b.x)
  let above = c.y < min(a.y, b.y) || c.y > max(a.y, b.y)
  return !beside && !above
}

fn opposite(x: int, y: int) -> bool {
  return x < 0 && y > 0 || x > 0 && y < 0
}

// Whether the upright boxes around two segments meet.
fn boxes_meet(a: Point, b: Point, c: Point, d: Point) -> bool {
  let beside = max(a.x, b.x) < min(c.x, d.x) || max(c.x, d.x) < min(a.x, b.x)
  let above = max(a.y, b.y) < min(c.y, d.y) || max(c.y, d.y) < min(a.y, b.y)
  return !beside && !above
}

fn main(a: Point, b: Point, c: Point, d: Point) -> bool
    ensures !result || boxes_meet(a, b, c, d)
    ensures result || a != c && a != d && b != c && b != d {
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
