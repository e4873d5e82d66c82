package dev.lockstep.cli;

import dev.lockstep.automata.Automata;
import dev.lockstep.automata.DfaLanguage;
import dev.lockstep.automata.NfaLanguage;
import dev.lockstep.automata.RegexLanguage;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.automaton.AutomatonPrinter;
import dev.lockstep.grammar.automaton.AutomatonProgram;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep equivalent`: whether two automata or expressions accept the same words.
@Command(
    name = "equivalent",
    description = {
      "Says whether two finite automata or regular expressions accept the same words, or names a"
          + " shortest word that only one accepts (exit code 1).",
      "With one file and --minimal, prints the least deterministic automaton."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep equivalent ends-in-01.nfa ends-in-01.regex",
      "  lockstep equivalent --minimal ends-in-01.regex"
    })
final class EquivalentCommand implements LockstepCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "An automaton (.dfa, .nfa) or an expression (.regex).")
  private Path first;

  @Parameters(index = "1", arity = "0..1", paramLabel = "OTHER", description = "Another one.")
  private Path second;

  @Option(names = "--minimal", description = "Print the least deterministic automaton of FILE.")
  private boolean minimal;

  @Override
  public int run(Terminal terminal) {
    if (minimal == (second != null)) {
      throw new Misuse("expected two files, or one with --minimal");
    }
    AutomatonProgram one = automaton(first);
    if (minimal) {
      terminal.out().print(AutomatonPrinter.print(Automata.minimal(one)));
      return ExitCode.DONE;
    }
    Optional<String> word = Automata.difference(one, automaton(second));
    terminal
        .out()
        .println(
            word.map(it -> "different: only one accepts " + ValueJson.print(Value.of(it)))
                .orElse("equivalent"));
    return word.isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private static AutomatonProgram automaton(Path file) {
    return switch (Languages.of(file)) {
      case DfaLanguage dfa -> dfa.parse(Source.read(file));
      case NfaLanguage nfa -> nfa.parse(Source.read(file));
      case RegexLanguage regex -> Automata.minimal(regex.parse(Source.read(file)));
      default ->
          throw new Misuse(file + ": expected an automaton (.dfa, .nfa) or an expression (.regex)");
    };
  }
}
