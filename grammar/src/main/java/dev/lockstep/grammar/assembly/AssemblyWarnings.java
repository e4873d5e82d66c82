package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is suspicious in a program that can be assembled: labels that nothing uses, a start on
/// data.
public final class AssemblyWarnings {
  private final Set<String> used = new HashSet<>();

  private AssemblyWarnings() {}

  /// In order of place.
  public static List<Diagnostic> of(AssemblyProgram program, Dialect dialect) {
    AssemblyWarnings all = new AssemblyWarnings();
    program.lines().forEach(line -> all.use(line.item()));
    List<Diagnostic> warnings = new ArrayList<>();
    for (Line line : program.lines()) {
      for (Label label : line.labels()) {
        if (!all.used.contains(label.name())) {
          warnings.add(
              Diagnostic.warning(
                  AssemblyProblem.UNUSED_LABEL,
                  label.place().spanOrStart(),
                  "label `" + label.name() + "` is never used",
                  "Remove it."));
        }
      }
    }
    if (dialect.unified()) {
      all.startsOnData(program).ifPresent(warnings::add);
    }
    warnings.sort(Comparator.comparingInt(warning -> warning.span().start()));
    return warnings;
  }

  private Optional<Diagnostic> startsOnData(AssemblyProgram program) {
    return program.lines().stream()
        .map(Line::item)
        .filter(item -> !(item instanceof Item.Nothing))
        .findFirst()
        .filter(item -> !(item instanceof Item.Instruction))
        .map(
            _ ->
                Diagnostic.warning(
                    AssemblyProblem.STARTS_ON_DATA,
                    program.lines().getFirst().labels().stream()
                        .findFirst()
                        .map(label -> label.place().spanOrStart())
                        .orElse(new dev.lockstep.grammar.Span(0, 0)),
                    "a run starts at address 0, where data stands",
                    "Put an instruction first."));
  }

  private void use(Item item) {
    switch (item) {
      case Item.Nothing() -> {}
      case Item.Instruction it -> it.operands().forEach(this::use);
      case Item.Data it -> it.data().forEach(this::use);
      case Item.Space it -> use(it.count());
      case Item.Function it -> use(it.body());
    }
  }

  private void use(Item.Datum datum) {
    if (datum instanceof Item.Datum.Value(Expression expression)) {
      use(expression);
    }
  }

  private void use(Operand operand) {
    switch (operand) {
      case Operand.Value(Expression expression) -> use(expression);
      case Operand.Indexed it -> use(it.offset());
      case Operand.Register _, Operand.Function _ -> {}
    }
  }

  private void use(Expression expression) {
    switch (expression) {
      case Expression.Name it -> used.add(it.name());
      case Expression.Minus it -> use(it.operand());
      case Expression.Binary it -> {
        use(it.left());
        use(it.right());
      }
      case Expression.Numeral _, Expression.Letter _, Expression.Here _ -> {}
    }
  }
}
