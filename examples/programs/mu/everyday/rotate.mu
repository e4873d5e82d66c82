// A list rotated by k places to the right, in place: turns the whole, then both parts.
fn turn(xs: [int], from: int, to: int)
    requires 0 <= from && from <= to && to <= len(xs) {
  var low = from
  var high = to - 1
  while low < high
      invariant low - from == to - 1 - high {
    let kept = xs[low]
    xs[low] = xs[high]
    xs[high] = kept
    low += 1
    high -= 1
  }
}

fn main(xs: [int], k: int) -> [int] {
  if len(xs) == 0 {
    return xs
  }
  let by = k % len(xs)
  turn(xs, 0, len(xs))
  turn(xs, 0, by)
  turn(xs, by, len(xs))
  return xs
}
