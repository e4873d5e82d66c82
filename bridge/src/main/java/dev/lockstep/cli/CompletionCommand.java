package dev.lockstep.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/// `lockstep completion`: the shell's side of the command line.
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in bash and zsh.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = "  source <(lockstep completion)")
final class CompletionCommand implements LockstepCommand {
  @Override
  public int run(Terminal terminal) {
    terminal.out().print(AutoComplete.bash("lockstep", Main.commandLine(terminal)));
    return ExitCode.DONE;
  }
}
