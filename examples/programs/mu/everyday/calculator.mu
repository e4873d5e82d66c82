// The value of a formula with + - * and brackets, by recursive descent. Each function reads from
// `at` and gives a value and the place behind it.
fn expression(formula: str, at: int) -> (int, int)
    ensures at < result.1 && result.1 <= len(formula) {
  var (value, here) = term(formula, at)
  while here < len(formula) && formula[here] in "+-" {
    let (right, behind) = term(formula, here + 1)
    value = if formula[here] == "+" { value + right } else { value - right }
    here = behind
  }
  return (value, here)
}

fn term(formula: str, at: int) -> (int, int)
    ensures at < result.1 && result.1 <= len(formula) {
  var (value, here) = factor(formula, at)
  while here < len(formula) && formula[here] == "*" {
    let (right, behind) = factor(formula, here + 1)
    value *= right
    here = behind
  }
  return (value, here)
}

fn factor(formula: str, at: int) -> (int, int)
    ensures at < result.1 && result.1 <= len(formula) {
  if formula[at] == "-" {
    let (negated, behind) = factor(formula, at + 1)
    return (-negated, behind)
  }
  if formula[at] == "(" {
    let (inner, closing) = expression(formula, at + 1)
    assert formula[closing] == ")"
    return (inner, closing + 1)
  }
  var here = at
  while here < len(formula) && formula[here] in "0123456789" {
    here += 1
  }
  return (int(substring(formula, at, here)), here)
}

fn main(formula: str) -> int {
  let (value, here) = expression(formula, 0)
  assert here == len(formula)
  return value
}

test "brackets before dots before lines" {
  assert main("1+2*3") == 7
  assert main("(1+2)*-3") == -9
}
