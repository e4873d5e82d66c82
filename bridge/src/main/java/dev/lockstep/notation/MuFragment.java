package dev.lockstep.notation;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuInstruction;
import java.util.List;
import java.util.Optional;

/// Whether what is in sight is all that the next token depends on, whatever the length of a run.
///
/// In the fragment are all programs but those that take the length of a list as a number (rather
/// than as a place, as in `i < len(xs)` or `for i in 0..len(xs)`), compare whole lists, or hold
/// lists in lists. It is *finite* as long as every int of a run is one token, that is below 100 in
/// absolute value; larger ones are said digit by digit.
final class MuFragment {
  private final MuLayout layout;

  MuFragment(MuLayout layout) {
    this.layout = layout;
  }

  /// Why the program is not in the fragment, with the place; empty where it is.
  Optional<Diagnostic> leaves() {
    for (MuInstruction instruction : layout.code().instructions()) {
      Optional<String> reason = reason(instruction);
      if (reason.isPresent()) {
        return Optional.of(
            Diagnostic.error(
                instruction.span(),
                reason.get(),
                "A network can be trained and measured all the same; longer inputs may fail."));
      }
    }
    return Optional.empty();
  }

  private Optional<String> reason(MuInstruction instruction) {
    for (MuStep.Reading reading : layout.step(instruction.site()).reads()) {
      boolean said = reading.item() >= 0;
      if (said && reading.leaf().kind() == MuLeaf.Kind.LENGTH) {
        return Optional.of(
            "the length of `"
                + reading.leaf().name()
                + "` is a number here, which nothing in sight"
                + " holds but the host's count");
      }
      if (reading.leaf().indices().size() > 1
          || (said && reading.leaf().kind() == MuLeaf.Kind.LIST)) {
        return Optional.of("`" + reading.leaf().name() + "` holds lists in a list");
      }
    }
    String function = instruction.origin().function();
    List<Formula> formulas = MuTypes.formulas(instruction);
    return formulas.stream().anyMatch(formula -> comparesLists(function, formula.expression()))
        ? Optional.of("whole lists are compared here, however long they are")
        : Optional.empty();
  }

  private boolean comparesLists(String function, MuExpression expression) {
    return switch (expression) {
      case MuExpression.Extended it -> throw MuBeyond.met(it);
      case MuExpression.Binary it ->
          layout.types().of(function, it.left()) instanceof MuType.ListOf
              || comparesLists(function, it.left())
              || comparesLists(function, it.right());
      case MuExpression.Prefix it -> comparesLists(function, it.operand());
      case MuExpression.Int _,
          MuExpression.Bool _,
          MuExpression.Name _,
          MuExpression.ListOf _,
          MuExpression.Index _,
          MuExpression.Call _ ->
          false;
    };
  }
}
