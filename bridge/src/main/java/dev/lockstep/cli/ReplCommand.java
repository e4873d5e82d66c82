package dev.lockstep.cli;

import dev.lockstep.interactive.Lines;
import dev.lockstep.interactive.MuRepl;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lockstep repl`: Mu, entry by entry.
@Command(
    name = "repl",
    description = {
      "Talks Mu: expressions, statements and functions, one after the other, with their values.",
      "`:help` lists the commands. Entries can be piped in, or come from a file with --script."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  lockstep repl", "  lockstep repl gcd.mu", "  echo '2 + 3 * 4' | lockstep repl"})
final class ReplCommand implements LockstepCommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A Mu program whose functions, `main` aside, are there from the start.")
  private Path file;

  @Mixin private BudgetOptions budget;
  @Mixin private Conversation conversation;

  @Override
  public int run(Terminal terminal) throws IOException {
    MuRepl repl = new MuRepl(budget.budget(), Path.of(""), terminal.out());
    if (file != null) {
      repl.load(file);
    }
    try (Lines lines = conversation.lines(terminal, "repl", repl::words)) {
      repl.talk(lines);
    }
    return ExitCode.DONE;
  }
}
