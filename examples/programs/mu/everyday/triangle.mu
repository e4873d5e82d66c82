// What kind of triangle three lengths make.
fn main(a: int, b: int, c: int) -> str
    requires a > 0 && b > 0 && c > 0 {
  if a + b <= c || b + c <= a || a + c <= b {
    return "none"
  }
  return match (a == b, b == c, a == c) {
    (true, true, _) => "equilateral"
    (false, false, false) => "scalene"
    _ => "isosceles"
  }
}
