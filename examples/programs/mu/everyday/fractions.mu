// The sum of fractions in lowest terms.
record Fraction {
  over: int
  under: int
}

fn gcd(a: int, b: int) -> int {
  return if b == 0 { abs(a) } else { gcd(b, a % b) }
}

fn proper(fractions: [Fraction]) -> bool {
  for fraction in fractions {
    if fraction.under < 1 {
      return false
    }
  }
  return true
}

fn plus(a: Fraction, b: Fraction) -> Fraction
    ensures gcd(result.over, result.under) == 1 {
  let over = a.over * b.under + b.over * a.under
  let under = a.under * b.under
  let shared = gcd(over, under)
  return Fraction(over: over / shared, under: under / shared)
}

fn main(fractions: [Fraction]) -> Fraction
    requires proper(fractions) {
  var total = Fraction(over: 0, under: 1)
  for fraction in fractions {
    total = plus(total, fraction)
  }
  return total
}

test "thirds and sixths" {
  let third = Fraction(over: 1, under: 3)
  let sixth = Fraction(over: 1, under: 6)
  assert main([third, sixth]) == Fraction(over: 1, under: 2)
}
