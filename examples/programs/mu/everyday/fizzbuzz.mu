// Counts to n and says Fizz for multiples of three and Buzz for multiples of five.
fn main(n: int)
    requires n >= 0 && n <= 1000 {
  for i in 1..n + 1 {
    print match (i % 3, i % 5) {
      (0, 0) => "FizzBuzz"
      (0, _) => "Fizz"
      (_, 0) => "Buzz"
      _ => str(i)
    }
  }
}
