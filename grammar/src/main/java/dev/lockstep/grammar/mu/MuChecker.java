package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is wrong or suspicious in a program: names, types, what may be assigned, where control
/// goes, and that `requires` clauses only look.
public final class MuChecker {
  private final MuProgram program;
  private final Findings findings = new Findings();
  private final Signatures signatures = new Signatures();
  private final List<Symbol> symbols = new ArrayList<>();

  private MuChecker(MuProgram program) {
    this.program = program;
  }

  /// All errors and warnings, in order of place; one mistake is reported once.
  public static List<Diagnostic> check(MuProgram program) {
    return Deep.call(() -> new MuChecker(program).check());
  }

  /// What `program` declares: its functions, and in each its parameters and variables.
  public static List<Symbol> symbols(MuProgram program) {
    return Deep.call(
        () -> {
          MuChecker checker = new MuChecker(program);
          checker.check();
          return List.copyOf(checker.symbols);
        });
  }

  private List<Diagnostic> check() {
    names();
    for (MuFunction function : program.functions()) {
      BodyChecker body = new BodyChecker(function, signatures, findings);
      body.check();
      symbols.addAll(body.symbols());
    }
    requires();
    return findings.inOrder();
  }

  private void names() {
    for (MuFunction function : program.functions()) {
      if (MuBuiltin.of(function.name()).isPresent()) {
        findings.error(
            MuProblem.NAME_TAKEN,
            function.place(),
            "`" + function.name() + "` is a name already: every program has this function",
            "Choose another name.");
      } else if (signatures.find(function.name()).isPresent()) {
        findings.error(
            MuProblem.NAME_TAKEN,
            function.place(),
            "`" + function.name() + "` is a name already: a function above has it",
            "Choose another name.",
            signatures.find(function.name()).get().place(),
            "`" + function.name() + "` is declared here");
      } else {
        signatures.add(function);
      }
    }
    if (signatures.find(MuProgram.MAIN).isEmpty()) {
      findings.error(
          MuProblem.NO_MAIN,
          Place.NONE,
          "expected a function `main`, found none",
          "Add `fn main() { … }`; a run starts there.");
    }
  }

  private void requires() {
    Set<String> effects = new HashSet<>(signatures.withEffects());
    effects.add(MuBuiltin.PUSH.word());
    effects.add(MuBuiltin.POP.word());
    for (MuFunction function : program.functions()) {
      for (MuExpression.Call call : Calls.in(function.requires())) {
        if (effects.contains(call.function())) {
          findings.error(
              MuProblem.REQUIRES_EFFECT,
              call.place(),
              "expected a condition that only looks, found a call of `"
                  + call.function()
                  + "`, which prints or changes a list",
              "Call functions without `print`, `push`, `pop` and `xs[i] = …` in `requires`.");
        }
      }
    }
  }
}
