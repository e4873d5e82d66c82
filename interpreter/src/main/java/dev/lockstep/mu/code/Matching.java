package dev.lockstep.mu.code;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuPattern;
import dev.lockstep.mu.code.Assembler.Label;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// The arms of a `match`, of either kind, to branches and bindings.
final class Matching {
  private final Assembler out;
  private final Lowering lowering;

  Matching(Assembler out, Lowering lowering) {
    this.out = out;
    this.lowering = lowering;
  }

  /// A pattern of a `match` and what must hold besides.
  record Way(MuPattern pattern, Optional<MuExpression> guard) {
    boolean always() {
      return guard.isEmpty() && Patterns.always(pattern);
    }
  }

  /// Tests patterns in order; behind the first that matches, binds its names and, if its guard
  /// holds, does `body`. The last one without a guard is not tested: the checker has seen that
  /// something matches. What stands behind it is never reached.
  void arms(MuExpression subject, List<Way> ways, IntConsumer body) {
    MuExpression value = lowering.named(subject);
    int last = ways.size() - 1;
    while (last > 0 && ways.get(last).guard().isPresent()) {
      last--;
    }
    for (int i = 0; i <= last; i++) {
      Way way = ways.get(i);
      Label next = new Label();
      if (i < last && !Patterns.always(way.pattern())) {
        decide(Patterns.test(way.pattern(), value), next);
      }
      unpack(way.pattern(), value);
      way.guard().ifPresent(it -> decide(it, next));
      body.accept(i);
      out.place(next);
      if (way.always()) {
        break;
      }
    }
  }

  /// Goes on at `otherwise` where the condition of a `match` does not hold.
  private void decide(MuExpression condition, Label otherwise) {
    Label here = new Label();
    lowering.condition(MuInstruction.Kind.MATCH, condition, here, otherwise);
    out.place(here);
  }

  /// Binds the names of a pattern that matches `value`, a name.
  void unpack(MuPattern pattern, MuExpression value) {
    Patterns.bindings(pattern, value)
        .forEach(
            (name, part) -> {
              Formula formula = lowering.made(part);
              out.add(
                  part.place(),
                  (origin, _, next) -> new MuInstruction.Bind(origin, name, formula, next));
            });
  }
}
