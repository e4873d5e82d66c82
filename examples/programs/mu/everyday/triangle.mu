// What kind of triangle three lengths make.
fn main(a: int, b: int, c: int) -> str
    requires a > 0 && b > 0 && c > 0 {
  return match (a, b, c) {
    _ if a + b <= c || b + c <= a || a + c <= b => "none"
    _ if a == b && b == c => "equilateral"
    _ if a == b || b == c || a == c => "isosceles"
    _ => "scalene"
  }
}
