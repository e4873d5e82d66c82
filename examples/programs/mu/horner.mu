// The polynomial with these coefficients, the constant first, at x.
fn main(coefficients: [int], x: int) -> int {
  var value = 0
  var i = len(coefficients)
  while i > 0 {
    i = i - 1
    value = value * x + coefficients[i]
  }
  return value
}
