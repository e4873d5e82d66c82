// The points of an n by n grid that stay small for 50 turns, in fixed point with 12 bits.
fn main(n: int) -> int {
  var inside = 0
  for row in 0..n {
    for column in 0..n {
      let cr = column * 12288 / n - 8192
      let ci = row * 8192 / n - 4096
      var zr = 0
      var zi = 0
      var turns = 0
      while turns < 50 && zr * zr + zi * zi < 67108864 {
        let t = (zr * zr - zi * zi) / 4096 + cr
        zi = 2 * zr * zi / 4096 + ci
        zr = t
        turns = turns + 1
      }
      if turns == 50 { inside = inside + 1 }
    }
  }
  return inside
}
