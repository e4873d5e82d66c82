// The library: functions that every program has. They call nothing but built-ins.

fn abs(n: int) -> int {
  if n < 0 {
    return -n
  }
  return n
}

fn min(a: O, b: O) -> O {
  if b < a {
    return b
  }
  return a
}

fn max(a: O, b: O) -> O {
  if b > a {
    return b
  }
  return a
}

fn sum(xs: [int]) -> int {
  var total = 0
  for x in xs {
    total += x
  }
  return total
}

fn minimum(xs: [O]) -> O
    requires len(xs) > 0 {
  var least = xs[0]
  for x in xs {
    if x < least {
      least = x
    }
  }
  return least
}

fn maximum(xs: [O]) -> O
    requires len(xs) > 0 {
  var most = xs[0]
  for x in xs {
    if x > most {
      most = x
    }
  }
  return most
}

// Merge sort, bottom up: equal elements keep their order.
fn sort(xs: [O]) {
  let n = len(xs)
  var width = 1
  while width < n {
    let merged: [O] = []
    var from = 0
    while from < n {
      let middle = if from + width < n { from + width } else { n }
      let to = if from + 2 * width < n { from + 2 * width } else { n }
      var left = from
      var right = middle
      while left < middle || right < to {
        if right == to || left < middle && xs[left] <= xs[right] {
          push(merged, xs[left])
          left += 1
        } else {
          push(merged, xs[right])
          right += 1
        }
      }
      from = to
    }
    for i in 0..n {
      xs[i] = merged[i]
    }
    width *= 2
  }
}

fn sorted(xs: [O]) -> bool {
  for i in 1..len(xs) {
    if xs[i] < xs[i - 1] {
      return false
    }
  }
  return true
}

fn reverse(xs: [T]) {
  var i = 0
  var j = len(xs) - 1
  while i < j {
    let kept = xs[i]
    xs[i] = xs[j]
    xs[j] = kept
    i += 1
    j -= 1
  }
}

fn copy(xs: [T]) -> [T] {
  let result: [T] = []
  for x in xs {
    push(result, x)
  }
  return result
}

fn slice(xs: [T], from: int, to: int) -> [T]
    requires 0 <= from && from <= to && to <= len(xs) {
  let result: [T] = []
  for i in from..to {
    push(result, xs[i])
  }
  return result
}

fn concat(xs: [T], ys: [T]) -> [T] {
  let result: [T] = []
  for x in xs {
    push(result, x)
  }
  for y in ys {
    push(result, y)
  }
  return result
}

// A list of n times the same element.
fn fill(n: int, x: T) -> [T] {
  let result: [T] = []
  for _ in 0..n {
    push(result, x)
  }
  return result
}

fn range(from: int, to: int) -> [int] {
  let result: [int] = []
  for i in from..to {
    push(result, i)
  }
  return result
}

fn contains(xs: [T], x: T) -> bool {
  return x in xs
}

fn index_of(xs: [T], x: T) -> int? {
  var i = 0
  for y in xs {
    if y == x {
      return some(i)
    }
    i += 1
  }
  return none
}

fn count(xs: [T], x: T) -> int {
  var found = 0
  for y in xs {
    if y == x {
      found += 1
    }
  }
  return found
}

fn or_else(option: T?, otherwise: T) -> T {
  if is_some(option) {
    return unwrap(option)
  }
  return otherwise
}

// Its code points, each a text.
fn chars(s: str) -> [str] {
  let result: [str] = []
  for i in 0..len(s) {
    push(result, s[i])
  }
  return result
}

fn join(parts: [str], between: str) -> str {
  var text = ""
  var first = true
  for part in parts {
    text += if first { part } else { between + part }
    first = false
  }
  return text
}

fn split(s: str, between: str) -> [str]
    requires between != "" {
  let parts: [str] = []
  var start = 0
  var at = 0
  while at + len(between) <= len(s) {
    if substring(s, at, at + len(between)) == between {
      push(parts, substring(s, start, at))
      at += len(between)
      start = at
    } else {
      at += 1
    }
  }
  push(parts, substring(s, start, len(s)))
  return parts
}

// Without spaces, tabs and line breaks at both ends.
fn trim(s: str) -> str {
  var from = 0
  var to = len(s)
  while from < to && s[from] in " \t\r\n" {
    from += 1
  }
  while from < to && s[to - 1] in " \t\r\n" {
    to -= 1
  }
  return substring(s, from, to)
}

fn repeat(s: str, times: int) -> str {
  var text = ""
  for _ in 0..times {
    text += s
  }
  return text
}

fn starts_with(s: str, start: str) -> bool {
  return len(start) <= len(s) && substring(s, 0, len(start)) == start
}

fn ends_with(s: str, end: str) -> bool {
  return len(end) <= len(s) && substring(s, len(s) - len(end), len(s)) == end
}

// Where a text first holds another.
fn find(s: str, part: str) -> int? {
  for i in 0..len(s) - len(part) + 1 {
    if substring(s, i, i + len(part)) == part {
      return some(i)
    }
  }
  return none
}

fn replace(s: str, part: str, with_what: str) -> str
    requires part != "" {
  var text = ""
  var at = 0
  while at < len(s) {
    if at + len(part) <= len(s) && substring(s, at, at + len(part)) == part {
      text += with_what
      at += len(part)
    } else {
      text += s[at]
      at += 1
    }
  }
  return text
}
