fn main(n: integer, xs: [num]) {
  let b: boolean = true
}
