// The corners of the convex hull of points, from the lowest on, counter-clockwise: wraps a string
// around them.
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

// The point that has all others to the left of the way there, of several the farthest.
fn next_corner(points: [Point], corner: Point) -> Point {
  var best = corner
  for point in points {
    let side = turn(corner, best, point)
    if side < 0 || side == 0 && squared_distance(corner, point) > squared_distance(corner, best) {
      best = point
    }
  }
  return best
}

fn main(points: [Point]) -> [Point]
    requires len(points) > 0
    ensures convex(result) {
  let first = lowest(points)
  let hull = [first]
  var corner = next_corner(points, first)
  while corner != first {
    push(hull, corner)
    corner = next_corner(points, corner)
  }
  return hull
}
