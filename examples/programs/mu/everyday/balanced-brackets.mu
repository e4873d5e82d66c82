// Where the first bracket of a text stands that has no partner, if there is one.
fn main(text: str) -> int? {
  let partner = {")": "(", "]": "[", "}": "{"}
  let open: [(str, int)] = []
  for i in 0..len(text) {
    let sign = text[i]
    if sign in "([{" {
      push(open, (sign, i))
    } else if sign in partner {
      if len(open) == 0 || open[len(open) - 1].0 != partner[sign] {
        return some(i)
      }
      let _matched = pop(open)
    }
  }
  if len(open) > 0 {
    return some(open[0].1)
  }
  return none
}

test "where it breaks" {
  assert main("f(a[i], {b})") == none
  assert main("f(a[i)]") == some(5)
  assert main("((x)") == some(0)
}
