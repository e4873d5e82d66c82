// What a small stack machine prints: a program is a list of words with a number each.
fn main(program: [(str, int)])
    requires len(program) <= 100 {
  let stack: [int] = []
  var at = 0
  var steps = 0
  while at >= 0 && at < len(program) && steps < 200 {
    steps += 1
    let (word, number) = program[at]
    at += 1
    match word {
      "push" => push(stack, number)
      "print" => print pop(stack)
      "add" => {
        let right = pop(stack)
        push(stack, pop(stack) + right)
      }
      "multiply" => {
        let factor = pop(stack)
        push(stack, pop(stack) * factor)
      }
      "copy" => push(stack, stack[len(stack) - 1 - number])
      "jump" => at = number
      "jump if zero" => {
        if pop(stack) == 0 {
          at = number
        }
      }
      _ => assert false
    }
  }
}
