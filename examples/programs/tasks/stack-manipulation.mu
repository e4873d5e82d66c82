// A stack, bottom first, after actions: 0 and 1 are pushed, 2 pops (nothing from an empty stack).
// The answer has the top first.
fn main(stack: [int], actions: [int]) -> [int] {
  for action in actions {
    if action < 2 {
      push(stack, action)
    } else if len(stack) > 0 {
      pop(stack)
    }
  }
  let answer: [int] = []
  while len(stack) > 0 {
    push(answer, pop(stack))
  }
  return answer
}
