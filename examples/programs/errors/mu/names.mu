fn total(xs: [int]) -> int {
  var sum = 0
  for x in xs {
    let kept = x
    sum = sum + valeu
  }
  return summ + kept
}

fn main(sum: int) -> int {
  let total = totl([sum])
  let sum = 3
  for sum in 0..2 {
    print len
  }
  return total + sum
}
