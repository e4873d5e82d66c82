package dev.lockstep.grammar.turing;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// `any` and `same` spelt out: a written rule becomes one rule for each case.
final class Expansion {
  /// The most cases that the rules of a program may stand for.
  static final int MOST_CASES = 1 << 20;

  /// Cases of a state are numbered within a `long`.
  private static final double MOST_NUMBERED = 0x1p60;

  private Expansion() {}

  /// The rule for each case, in the order of the symbols. What it writes as `same` where it reads
  /// no `any` is what it reads.
  static Stream<Rule> of(WrittenRule rule, List<Integer> symbols) {
    long cases = Math.round(Math.pow(symbols.size(), rule.free()));
    return LongStream.range(0, cases)
        .mapToObj(
            number ->
                new Rule(
                    rule.from(), actions(rule, symbols, number), rule.to(), Place.of(rule.line())));
  }

  private static List<Rule.Action> actions(WrittenRule rule, List<Integer> symbols, long number) {
    int[] reads = new int[rule.reads().size()];
    long rest = number;
    for (int i = reads.length - 1; i >= 0; i--) {
      reads[i] = rule.reads().get(i);
      if (reads[i] == WrittenRule.ANY) {
        reads[i] = symbols.get((int) (rest % symbols.size()));
        rest /= symbols.size();
      }
    }
    return IntStream.range(0, reads.length)
        .mapToObj(
            i -> {
              int write = rule.writes().get(i);
              return new Rule.Action(
                  reads[i], write == WrittenRule.ANY ? reads[i] : write, rule.moves().get(i));
            })
        .toList();
  }

  /// Why the rules cannot be spelt out: one error at most.
  static List<Diagnostic> tooLarge(List<WrittenRule> rules, int symbols, int tapes) {
    List<Diagnostic> errors = new ArrayList<>();
    double cases = 0;
    for (WrittenRule rule : rules) {
      double more = rule.free() == 0 ? 0 : Math.pow(symbols, rule.free());
      if (errors.isEmpty() && cases + more > MOST_CASES) {
        errors.add(
            error(rule.line(), "with this rule, `any` stands for more than 1,048,576 cases"));
      }
      cases += more;
    }
    if (errors.isEmpty() && Math.pow(symbols, tapes) * (rules.size() + 1.0) > MOST_NUMBERED) {
      errors.add(
          error(
              new Span(0, 0),
              "too many cases: %d symbols on each of %d tapes".formatted(symbols, tapes)));
    }
    return errors;
  }

  private static Diagnostic error(Span at, String message) {
    return Diagnostic.error(
        TuringProblem.TOO_MANY_CASES, at, message, "Use fewer symbols, or name those that matter.");
  }
}
