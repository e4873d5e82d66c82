package dev.lockstep.cli;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.verify.CheckerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep check-certificate`: the independent checker by itself.
@Command(
    name = "check-certificate",
    description = {
      "Derives a certificate from scratch, in plain Java and float64, in a process of its own: from"
          + " the weights and from the program's local rule written down as a table.",
      "Says the verdict, the number of cases, and the least margin."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep check-certificate increment.model increment.tm",
      "  lockstep check-certificate increment.model increment.rules --bound 2"
    })
final class CheckCertificateCommand implements LockstepCommand {
  @Parameters(index = "0", paramLabel = "MODEL", description = "A model's directory.")
  private Path directory;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The program, or a rule table (a file ending in .rules).")
  private Path file;

  @Option(
      names = "--bound",
      paramLabel = "X",
      defaultValue = "0.5",
      description = "What every margin must exceed, at least 0.5 (default: ${DEFAULT-VALUE}).")
  private double bound;

  @Option(names = "--any-program", description = "Go on where the model is of another program.")
  private boolean anyProgram;

  @Override
  public int run(Terminal terminal) throws IOException {
    if (!(bound >= 0.5 && Double.isFinite(bound))) {
      throw new Misuse("--bound: expected a number from 0.5, found " + bound);
    }
    if (file.toString().endsWith(".rules")) {
      return say(IndependentChecker.check(directory, file, bound, anyProgram), terminal);
    }
    return run(Loaded.open(file), terminal);
  }

  private <P, C, D> int run(Loaded<P, C, D> loaded, Terminal terminal) throws IOException {
    Optional<Diagnostic> refusal = loaded.language().uncertifiable(loaded.program());
    if (refusal.isPresent()) {
      terminal.err().println(refusal.get().render(loaded.source()));
      return ExitCode.CHECK_FAILED;
    }
    return say(
        IndependentChecker.check(
            directory,
            loaded.language().layout(loaded.program()).orElseThrow(),
            loaded.hash(),
            bound,
            anyProgram),
        terminal);
  }

  private static int say(CheckerProcess answer, Terminal terminal) {
    terminal.out().print(answer.text());
    return answer.exit();
  }
}
