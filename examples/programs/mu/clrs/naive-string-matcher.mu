// Where a pattern stands in a text: looks at every place.
fn stands_at(text: str, pattern: str, place: int) -> bool {
  for i in 0..len(pattern) {
    if text[place + i] != pattern[i] {
      return false
    }
  }
  return true
}

fn main(text: str, pattern: str) -> [int]
    ensures sorted(result) {
  let places: [int] = []
  for place in 0..len(text) - len(pattern) + 1 {
    if stands_at(text, pattern, place) {
      push(places, place)
    }
  }
  return places
}
