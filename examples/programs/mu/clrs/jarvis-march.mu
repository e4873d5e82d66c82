// The corners of the convex hull of points [x, y], from the lowest on, counter-clockwise: wraps a
// string around them.
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

// The point that has all others to the left of the way there, of several the farthest.
fn next_corner(points: [[int]], corner: [int]) -> [int] {
  var best = corner
  for point in points {
    let side = turn(corner, best, point)
    if side < 0 || side == 0 && squared_distance(corner, point) > squared_distance(corner, best) {
      best = point
    }
  }
  return best
}

fn main(points: [[int]]) -> [[int]]
    requires len(points) > 0
    requires well_formed(points) {
  let first = lowest(points)
  let hull = [first]
  var corner = next_corner(points, first)
  while corner != first {
    push(hull, corner)
    corner = next_corner(points, corner)
  }
  return hull
}
