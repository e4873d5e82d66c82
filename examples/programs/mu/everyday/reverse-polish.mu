// The value of a formula in reverse Polish notation, such as "3 4 + 2 *", if it is one.
// How many more numbers than signs stand in a formula.
fn surplus(formula: str) -> int {
  var numbers = 0
  for word in split(formula, " ") {
    numbers += if is_some(parse_int(word)) { 1 } else { -1 }
  }
  return numbers
}

fn calculate(a: int, sign: str, b: int) -> int?
    ensures is_some(result) == (sign == "+" || sign == "-" || sign == "*") {
  return match sign {
    "+" => some(a + b)
    "-" => some(a - b)
    "*" => some(a * b)
    _ => none
  }
}

fn main(formula: str) -> int?
    ensures !is_some(result) || surplus(formula) == 1 {
  let stack: [int] = []
  for word in split(formula, " ") {
    match parse_int(word) {
      some(number) => push(stack, number)
      none => {
        if len(stack) < 2 {
          return none
        }
        let b = pop(stack)
        let a = pop(stack)
        match calculate(a, word, b) {
          some(value) => push(stack, value)
          none => return none
        }
      }
    }
  }
  if len(stack) != 1 {
    return none
  }
  return some(stack[0])
}

test "a calculator of 1972" {
  assert main("3 4 + 2 *") == some(14)
  assert main("3 +") == none
}
