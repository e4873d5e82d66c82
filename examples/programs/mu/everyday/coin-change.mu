// The fewest coins that make an amount, if any do.
fn main(coins: [int], amount: int) -> int?
    requires len(coins) == 0 || minimum(coins) >= 1
    requires amount >= 0 && amount <= 1000 {
  let fewest = [some(0)]
  for reached in 1..amount + 1 {
    var best: int? = none
    for coin in coins {
      if coin <= reached && fewest[reached - coin] != none {
        let with_coin = unwrap(fewest[reached - coin]) + 1
        best = some(min(with_coin, or_else(best, with_coin)))
      }
    }
    push(fewest, best)
  }
  return fewest[amount]
}
