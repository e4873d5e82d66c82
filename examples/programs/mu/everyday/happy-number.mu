// Whether n leads to 1 when it is replaced by the sum of its squared digits, again and again: a slow
// and a fast walker meet there.
fn step(n: int) -> int {
  var sum = 0
  var rest = n
  while rest > 0 {
    let digit = rest % 10
    sum += digit * digit
    rest /= 10
  }
  return sum
}

fn main(n: int) -> bool
    requires n > 0 {
  var slow = step(n)
  var fast = step(step(n))
  while slow != fast {
    slow = step(slow)
    fast = step(step(fast))
  }
  return slow == 1
}
