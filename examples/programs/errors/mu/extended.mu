record Point { x: int, y: int }

fn area(p: Point) -> int
    ensures print_it(result) {
  let result = p.x * p.z
  p.x = 3
  return result
}

fn print_it(n: int) -> bool {
  print n
  return true
}

fn main(o: int?, t: (int, str)) {
  break
  let a = Point(x: 1)
  let b = t.2 + "x"
  let n = none
  match o {
    some(n1) => print n1
  }
  match t {
    (1, s) => print s
    (_, _) => print 1
    (2, _) => print 2
  }
  let m = {[1]: 2}
  let c = if true { 1 } else { "one" }
  print "q" < 3
  print sort([true])
  for (i, j) in [1] { print i + j }
}
