// Where the first bracket of a text stands that has no partner, if there is one.
fn bracket_there(text: str, at: int?) -> bool {
  return match at {
    some(i) => 0 <= i && i < len(text) && text[i] in "()[]{}"
    none => true
  }
}

fn main(text: str) -> int?
    ensures bracket_there(text, result) {
  let partner = {")": "(", "]": "[", "}": "{"}
  let open: [(str, int)] = []
  for i in 0..len(text)
      invariant len(open) <= i {
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
