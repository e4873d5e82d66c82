// In how many ways n is a sum of positive numbers whose order does not matter.
fn main(n: int) -> int
    requires n >= 0 && n <= 200 {
  let ways = [1]
  for _sum in 0..n {
    push(ways, 0)
  }
  for part in 1..n + 1 {
    for sum in part..n + 1 {
      ways[sum] = ways[sum] + ways[sum - part]
    }
  }
  return ways[n]
}
