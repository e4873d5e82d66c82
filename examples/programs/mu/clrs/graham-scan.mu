// The corners of the convex hull of points [x, y], from the lowest on, counter-clockwise: goes round
// the points by angle and drops those where the way does not turn left.
// Positive where the way a, b, c turns left, negative where it turns right, else 0.
fn turn(a: [int], b: [int], c: [int]) -> int {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

fn well_formed(points: [[int]]) -> bool {
  for point in points {
    if len(point) != 2 {
      return false
    }
  }
  return true
}

// The lowest point, of several the leftmost.
fn lowest(points: [[int]]) -> [int] {
  var best = points[0]
  for point in points {
    if point[1] < best[1] || point[1] == best[1] && point[0] < best[0] {
      best = point
    }
  }
  return best
}

fn squared_distance(a: [int], b: [int]) -> int {
  return (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])
}

// The points other than `centre`, by angle around it, nearer ones first.
fn by_angle(points: [[int]], centre: [int]) -> [[int]] {
  let order: [[int]] = []
  for point in points {
    if point != centre {
      push(order, point)
      var i = len(order) - 1
      while i > 0 && comes_before(centre, point, order[i - 1]) {
        order[i] = order[i - 1]
        i = i - 1
      }
      order[i] = point
    }
  }
  return order
}

fn comes_before(centre: [int], a: [int], b: [int]) -> bool {
  let side = turn(centre, a, b)
  return side > 0 || side == 0 && squared_distance(centre, a) < squared_distance(centre, b)
}

fn main(points: [[int]]) -> [[int]]
    requires len(points) > 0
    requires well_formed(points) {
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
