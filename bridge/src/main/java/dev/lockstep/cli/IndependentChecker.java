package dev.lockstep.cli;

import dev.lockstep.machine.Layout;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.verify.CheckerProcess;
import dev.lockstep.verify.RuleTableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The independent checker, put to a program or to a rule table.
final class IndependentChecker {
  private IndependentChecker() {}

  /// Checks `model` against the rules of `layout`, written down for the occasion.
  ///
  /// @param anyProgram whether the model may be of another program
  static CheckerProcess check(
      Path model, Layout<?, ?> layout, ProgramHash program, double bound, boolean anyProgram)
      throws IOException {
    Path rules = Files.createTempFile("lockstep-", ".rules");
    try {
      RuleTableFile.write(rules, layout, program);
      return check(model, rules, bound, anyProgram);
    } finally {
      Files.deleteIfExists(rules);
    }
  }

  /// Throws `Misuse` where the checker cannot use a file.
  static CheckerProcess check(Path model, Path rules, double bound, boolean anyProgram) {
    CheckerProcess answer =
        anyProgram
            ? CheckerProcess.runOnAnyProgram(model, rules, bound)
            : CheckerProcess.run(model, rules, bound);
    if (answer.exit() == ExitCode.MISUSE) {
      String why = answer.text().strip().replaceFirst("^error: ", "");
      throw new Misuse("the independent checker: " + why);
    }
    if (answer.exit() != ExitCode.DONE && answer.exit() != ExitCode.CHECK_FAILED) {
      throw new IllegalStateException(
          "the independent checker ended with " + answer.exit() + ": " + answer.text());
    }
    return answer;
  }
}
