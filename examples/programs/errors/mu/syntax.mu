fn main(n: int) -> int {
  let x = 1 +
  let y = (2 * 3
  if n > {
    return y
  }
  print x x
  while n = 3 {}
  var 3 = n
  xs[1 = 2
  for i of n { print i }
  return y §
}

fn helper(n) {
  let m = [1, 2
}

let z = 3
fn last() -> { return 1 }
