// The least x, written 10, for which an expression of modular arithmetic has the given value.
fn main(tokens: [int], value: int) -> int {
  for x in 0..5 {
    let filled: [int] = []
    for token in tokens {
      if token == 10 {
        push(filled, x)
      } else {
        push(filled, token)
      }
    }
    if sum(filled, [0]) == value {
      return x
    }
  }
  return -1
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
