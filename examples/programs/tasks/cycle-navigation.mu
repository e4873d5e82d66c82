// Where on a cycle of 5 places the moves lead: 0 stays, 1 goes on, 2 goes back.
fn main(moves: [int]) -> int {
  var place = 0
  for move in moves {
    if move == 1 {
      place = (place + 1) % 5
    }
    if move == 2 {
      place = (place - 1) % 5
    }
  }
  return place
}
