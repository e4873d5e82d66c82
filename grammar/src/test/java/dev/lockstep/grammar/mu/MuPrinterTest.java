package dev.lockstep.grammar.mu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuPrinterTest {
  private static MuProgram read(String text) {
    return MuReader.read(new Source("test.mu", text));
  }

  private static MuExpression expression(String text) {
    MuStatement statement =
        read("fn main() { return " + text + " }").main().body().statements().getFirst();
    return ((MuStatement.Return) statement).value().orElseThrow();
  }

  /// With parentheses around every operator.
  private static String grouped(MuExpression expression) {
    return switch (expression) {
      case MuExpression.Binary it ->
          "(" + grouped(it.left()) + it.operator().symbol() + grouped(it.right()) + ")";
      case MuExpression.Prefix it -> "(" + it.sign().symbol() + grouped(it.operand()) + ")";
      case MuExpression.Index it -> grouped(it.list()) + "[" + grouped(it.index()) + "]";
      case MuExpression other -> MuPrinter.print(other);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "1 + 2 * 3, (1+(2*3))",
    "1 - 2 - 3, ((1-2)-3)",
    "1 - (2 - 3), (1-(2-3))",
    "-a * b, ((-a)*b)",
    "-a[0], (-a[0])",
    "!a && b || c, (((!a)&&b)||c)",
    "a || b && c == d < e + f % g, (a||(b&&(c==(d<(e+(f%g))))))",
    "a[1][2] / --b, (a[1][2]/(-(-b)))"
  })
  void operatorsBindAsUsualAndPrintingKeepsThat(String text, String groups) {
    MuExpression expression = expression(text);
    assertThat(grouped(expression)).isEqualTo(groups);
    assertThat(expression(MuPrinter.print(expression))).isEqualTo(expression);
  }

  @Test
  void theLayoutIsTheUsualOne() {
    String usual =
        """
        fn half(n: int) -> int
            requires n >= 0
            requires n < 10 {
          return n / 2
        }

        fn main() {
          let xs: [[int]] = [[], [1, 2]]
          var i = 0
          while i < len(xs) {
            if i == 0 {
              print xs[i]
            } else if i == 1 {
              push(xs[i], 3)
            } else {
              assert true
            }
            i = i + 1
          }
          for x in xs {}
          for j in 0..half(2) {
            xs[j] = [j]
          }
        }
        """;
    assertThat(MuPrinter.print(read(usual))).isEqualTo(usual);
  }

  @Test
  void lineBreaksEndStatementsWhereTheyMay() {
    String spread =
        """
        fn main(

          a: int,
          b: int
        ) ->
            int
            requires a > 0 &&
              b > 0
            requires a != b
        {

          let sum = a +
            b * // a comment
            2; let list = [
            1,
            2
          ]

          if sum > len(
            list
          ) { return sum }
          else
          { return 0 } ; ;
        }
        """;
    String usual =
        """
        fn main(a: int, b: int) -> int
            requires a > 0 && b > 0
            requires a != b {
          let sum = a + b * 2
          let list = [1, 2]
          if sum > len(list) {
            return sum
          } else {
            return 0
          }
        }
        """;
    assertThat(
            MuPrinter.print(
                read(spread.replace("a != b\n{", "a != b {").replace("else\n  {", "else {"))))
        .isEqualTo(usual);
  }
}
