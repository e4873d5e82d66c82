// What a basket of goods costs by a price list; the goods without a price are named.
record Bill {
  total: int
  unknown: [str]
}

fn has_one_of(prices: {str: int}, goods: [str]) -> bool {
  for good in goods {
    if good in prices {
      return true
    }
  }
  return false
}

fn main(prices: {str: int}, basket: [(str, int)]) -> Bill
    ensures len(result.unknown) <= len(basket)
    ensures !has_one_of(prices, result.unknown) {
  var total = 0
  let unknown: [str] = []
  for (good, count_of) in basket {
    match lookup(prices, good) {
      some(price) => total += price * count_of
      none => push(unknown, good)
    }
  }
  return Bill(total: total, unknown: unknown)
}
