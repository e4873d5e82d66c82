// The fewest coins that make an amount, or -1 where none do.
fn positive(xs: [int]) -> bool {
  for x in xs {
    if x < 1 {
      return false
    }
  }
  return true
}

fn main(coins: [int], amount: int) -> int
    requires positive(coins)
    requires amount >= 0 && amount <= 1000 {
  let fewest = [0]
  for sum in 1..amount + 1 {
    var best = -1
    for coin in coins {
      if coin <= sum && fewest[sum - coin] >= 0 && (best < 0 || fewest[sum - coin] + 1 < best) {
        best = fewest[sum - coin] + 1
      }
    }
    push(fewest, best)
  }
  return fewest[amount]
}
