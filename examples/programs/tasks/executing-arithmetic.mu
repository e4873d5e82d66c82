// The seven operations on decimal numbers, lowest digit first, without zeros at their ends: 0 plus,
// 1 minus (not below 0), 2 times, 3 divided by, 4 equal, 5 greater, 6 less. The last three answer [1]
// or [].
fn main(operation: int, a: [int], b: [int]) -> [int]
    requires operation >= 0 && operation <= 6 {
  if operation == 0 {
    return added(a, b)
  }
  if operation == 1 {
    return subtracted(a, b)
  }
  if operation == 2 {
    return multiplied(a, b)
  }
  if operation == 3 {
    return divided(a, b)
  }
  let order = compared(a, b)
  if operation == 4 && order == 0 || operation == 5 && order == 1 || operation == 6 && order == -1 {
    return [1]
  }
  return []
}

fn digit(a: [int], i: int) -> int {
  if i < len(a) {
    return a[i]
  }
  return 0
}

fn trimmed(a: [int]) -> [int] {
  while len(a) > 0 && a[len(a) - 1] == 0 {
    pop(a)
  }
  return a
}

fn compared(a: [int], b: [int]) -> int {
  var order = 0
  var i = 0
  while i < len(a) || i < len(b) {
    if digit(a, i) > digit(b, i) {
      order = 1
    }
    if digit(a, i) < digit(b, i) {
      order = -1
    }
    i = i + 1
  }
  return order
}

fn added(a: [int], b: [int]) -> [int] {
  let sum: [int] = []
  var carry = 0
  var i = 0
  while i < len(a) || i < len(b) || carry > 0 {
    carry = carry + digit(a, i) + digit(b, i)
    push(sum, carry % 10)
    carry = carry / 10
    i = i + 1
  }
  return trimmed(sum)
}

fn subtracted(a: [int], b: [int]) -> [int] {
  assert compared(a, b) >= 0
  let difference: [int] = []
  var borrow = 0
  for i in 0..len(a) {
    let column = digit(a, i) - digit(b, i) - borrow
    push(difference, column % 10)
    borrow = - (column / 10)
  }
  return trimmed(difference)
}

fn multiplied(a: [int], b: [int]) -> [int] {
  var product: [int] = []
  for i in 0..len(b) {
    let row: [int] = []
    for j in 0..i {
      push(row, 0)
    }
    var carry = 0
    for j in 0..len(a) {
      carry = carry + a[j] * b[i]
      push(row, carry % 10)
      carry = carry / 10
    }
    push(row, carry)
    product = added(product, row)
  }
  return trimmed(product)
}

fn divided(a: [int], b: [int]) -> [int] {
  assert len(trimmed(b)) > 0
  let quotient: [int] = []
  for i in 0..len(a) {
    push(quotient, 0)
  }
  var rest: [int] = []
  for i in 0..len(a) {
    let at = len(a) - 1 - i
    rest = added([a[at]], multiplied(rest, [0, 1]))
    while compared(rest, b) >= 0 {
      rest = subtracted(rest, b)
      quotient[at] = quotient[at] + 1
    }
  }
  return trimmed(quotient)
}
