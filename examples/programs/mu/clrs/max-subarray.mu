// The stretch of neighbouring elements with the largest sum, by Kadane: [begin, end, sum].
fn main(xs: [int]) -> [int]
    requires len(xs) > 0 {
  var begin = 0
  var end = 1
  var best = xs[0]
  var first = 0
  var sum = 0
  for i in 0..len(xs) {
    if sum < 0 {
      first = i
      sum = 0
    }
    sum = sum + xs[i]
    if sum > best {
      begin = first
      end = i + 1
      best = sum
    }
  }
  return [begin, end, best]
}
