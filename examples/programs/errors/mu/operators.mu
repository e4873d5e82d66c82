fn main(n: int) -> bool {
  let a = 1 < 2 < 3
  let b = !n
  let c = -true
  let d = n == true
  let e = n && a
  let f = [1, true] == []
  let g = [1] < [2]
  let h = b + n[0]
  return [] == []
}
