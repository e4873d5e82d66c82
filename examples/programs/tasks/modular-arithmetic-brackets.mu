// The value modulo 5 of numbers 0 to 4, 5 (plus), 6 (minus), 7 (times), 8 and 9 (brackets).
fn main(tokens: [int]) -> int {
  return sum(tokens, [0])
}

fn operand(tokens: [int], at: [int]) -> int {
  let token = tokens[at[0]]
  at[0] = at[0] + 1
  if token == 6 {
    let negated = operand(tokens, at)
    return -negated
  }
  if token == 8 {
    let inner = sum(tokens, at)
    at[0] = at[0] + 1
    return inner
  }
  return token
}

fn product(tokens: [int], at: [int]) -> int {
  var value = operand(tokens, at)
  while at[0] < len(tokens) && tokens[at[0]] == 7 {
    at[0] = at[0] + 1
    value = value * operand(tokens, at) % 5
  }
  return value
}

fn sum(tokens: [int], at: [int]) -> int {
  var value = product(tokens, at)
  while at[0] < len(tokens) && (tokens[at[0]] == 5 || tokens[at[0]] == 6) {
    let minus = tokens[at[0]] == 6
    at[0] = at[0] + 1
    let next = product(tokens, at)
    if minus {
      value = value - next
    } else {
      value = value + next
    }
  }
  return value % 5
}
