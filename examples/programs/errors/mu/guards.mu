fn noisy(n: int) -> bool {
  print n
  return true
}
fn main(n: int, b: bool) {
  match n {
    m if m > 0 => print 1
    m if noisy(m) => print 2
  }
  match b {
    true if n => print 1
    true => print 3
    false => print 4
    x if x => print 5
  }
  match b {
    false => print 4
  }
}

fn other(n: int) -> int {
  return match n {
    m if m > 0 && noisy(m) => 1
    0 if y => 2
    _ => 3
    _ if n == 1 => 4
  }
}
