package dev.lockstep.grammar.marks;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Nearest;
import dev.lockstep.grammar.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is wrong with a program that parses, and what is only suspicious.
public final class MarksChecker {
  private MarksChecker() {}

  static List<Diagnostic> errors(MarksProgram program, boolean erasing) {
    List<Diagnostic> errors = new ArrayList<>();
    if (program.instructions().isEmpty()) {
      errors.add(
          Diagnostic.error(
              MarksProblem.NO_INSTRUCTION,
              new Span(0, 0),
              "expected an instruction, found none",
              "Write at least one."));
    }
    Map<String, Name> labels = new HashMap<>();
    for (MarksProgram.Line line : program.lines()) {
      for (Name label : line.labels()) {
        Name first = labels.putIfAbsent(label.text(), label);
        if (first != null) {
          errors.add(
              Diagnostic.error(
                      MarksProblem.SECOND_LABEL,
                      label.place().spanOrStart(),
                      "second label `" + label.text() + "`",
                      "Give it another name.")
                  .withNote(first.place().spanOrStart(), "the first"));
        }
      }
    }
    for (Instruction it : program.instructions()) {
      if (it instanceof Instruction.Jump(Name target, _, _) && !labels.containsKey(target.text())) {
        errors.add(
            Diagnostic.error(
                MarksProblem.UNKNOWN_LABEL,
                target.place().spanOrStart(),
                "unknown label `" + target.text() + "`",
                Nearest.to(target.text(), labels.keySet())
                    .map(name -> "Did you mean `" + name + "`?")
                    .orElse("Write `" + target.text() + ":` before an instruction.")));
      }
      if (!erasing && !isWangs(it)) {
        errors.add(
            Diagnostic.error(
                MarksProblem.NOT_WANGS,
                it.place().spanOrStart(),
                "`" + it.print() + "` is no instruction of Wang's B-machine",
                "It has `left`, `right`, `mark`, `jump … if marked` and `stop`; name the file"
                    + " `.post` to use all."));
      }
    }
    return errors;
  }

  /// The B-machine never erases, and jumps on marks only (Wang, 1957).
  private static boolean isWangs(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Simple it -> it.kind() != Instruction.Kind.ERASE;
      case Instruction.Jump it -> it.when() == Instruction.When.MARKED;
    };
  }

  /// Labels that nothing jumps to, in order of place.
  public static List<Diagnostic> warnings(MarksProgram program) {
    Set<String> used = new HashSet<>();
    for (Instruction it : program.instructions()) {
      if (it instanceof Instruction.Jump jump) {
        used.add(jump.target().text());
      }
    }
    List<Diagnostic> warnings = new ArrayList<>();
    for (MarksProgram.Line line : program.lines()) {
      for (Name label : line.labels()) {
        if (!used.contains(label.text())) {
          warnings.add(
              Diagnostic.warning(
                  MarksProblem.UNUSED_LABEL,
                  label.place().spanOrStart(),
                  "label `" + label.text() + "` is never used",
                  "Remove it."));
        }
      }
    }
    return warnings;
  }
}
