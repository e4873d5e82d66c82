// Where a pattern stands in a text, both lists of symbols: looks at every place.
fn stands_at(text: [int], pattern: [int], place: int) -> bool {
  for i in 0..len(pattern) {
    if text[place + i] != pattern[i] {
      return false
    }
  }
  return true
}

fn main(text: [int], pattern: [int]) -> [int] {
  let places: [int] = []
  for place in 0..len(text) - len(pattern) + 1 {
    if stands_at(text, pattern, place) {
      push(places, place)
    }
  }
  return places
}
