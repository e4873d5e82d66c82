// The corners of the convex hull of points, from the lowest on, counter-clockwise: goes round the
// points by angle and drops those where the way does not turn left.
record Point {
  x: int
  y: int
}

// Positive where the way a, b, c turns left, negative where it turns right, else 0.
fn turn(a: Point, b: Point, c: Point) -> int {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

// The lowest point, of several the leftmost.
fn lowest(points: [Point]) -> Point
    requires len(points) > 0 {
  var best = points[0]
  for point in points {
    if (point.y, point.x) < (best.y, best.x) {
      best = point
    }
  }
  return best
}

fn squared_distance(a: Point, b: Point) -> int {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
}

// Whether the way round these corners turns left at each.
fn convex(corners: [Point]) -> bool {
  let n = len(corners)
  for i in 0..n {
    if n > 2 && turn(corners[i], corners[(i + 1) % n], corners[(i + 2) % n]) <= 0 {
      return false
    }
  }
  return true
}

// The points other than `centre`, by angle around it, nearer ones first.
fn by_angle(points: [Point], centre: Point) -> [Point] {
  let order: [Point] = []
  for point in points {
    if point != centre {
      push(order, point)
      var i = len(order) - 1
      while i > 0 && comes_before(centre, point, order[i - 1]) {
        order[i] = order[i - 1]
        i -= 1
      }
      order[i] = point
    }
  }
  return order
}

fn comes_before(centre: Point, a: Point, b: Point) -> bool {
  let side = turn(centre, a, b)
  return side > 0 || side == 0 && squared_distance(centre, a) < squared_distance(centre, b)
}

fn main(points: [Point]) -> [Point]
    requires len(points) > 0
    ensures convex(result) {
  let first = lowest(points)
  let hull = [first]
  for point in by_angle(points, first) {
    while len(hull) > 1 && turn(hull[len(hull) - 2], hull[len(hull) - 1], point) <= 0 {
      let _dropped = pop(hull)
    }
    push(hull, point)
  }
  return hull
}
