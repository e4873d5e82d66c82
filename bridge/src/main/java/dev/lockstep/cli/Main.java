package dev.lockstep.cli;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.trace.Versions;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command line as a whole: `lockstep COMMAND …`.
@Command(
    name = "lockstep",
    description = "Neural networks that execute programs, and proof that they do it right.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionLines.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "",
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep run examples/programs/turing/increment.tm --input '\"1011\"'",
      "  lockstep learn increment.tm -o increment.model",
      "  lockstep verify increment.model increment.tm",
      "",
      "Exit codes: 0 done, 1 a check or the program failed, 2 misuse or unreadable input, 70 a"
          + " bug.",
      "`lockstep COMMAND --help` says more about one command."
    })
public final class Main implements LockstepCommand {
  @Option(
      names = "--language-path",
      paramLabel = "PATH",
      description =
          "A jar with further languages, or a folder of such jars; besides the folder `languages`"
              + " beside the launcher.")
  private List<Path> languagePath = List.of();

  /// The process: `run` on a stack for inputs nested as deep as is legal, then exit with its code.
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Terminal terminal = new Terminal(System.in, out, err, Boolean.getBoolean("lockstep.live"));
    int code = Deep.call(() -> run(terminal, args));
    out.flush();
    err.flush();
    System.exit(code);
  }

  /// Runs one command line and gives its exit code. Never throws.
  public static int run(Terminal terminal, String... args) {
    CommandLine line = new CommandLine(new Main());
    Commands.addFor(line, args);
    int code = settled(line, terminal).execute(args);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  /// Without a command there is nothing to do: the help, as misuse.
  @Override
  public int run(Terminal terminal) {
    commandLine(terminal).usage(terminal.err());
    return ExitCode.MISUSE;
  }

  /// With every command and all its options.
  static CommandLine commandLine(Terminal terminal) {
    CommandLine line = new CommandLine(new Main());
    Commands.addAll(line);
    return settled(line, terminal);
  }

  /// What picocli is told of lines, once all commands are there: it passes it on to them.
  private static CommandLine settled(CommandLine line, Terminal terminal) {
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandList());
    line.setExpandAtFiles(false); // `--input @FILE` is ours
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setExecutionStrategy(parsed -> execute(parsed, terminal));
    line.setParameterExceptionHandler((thrown, _) -> misuse(thrown, terminal));
    line.setExecutionExceptionHandler((thrown, _, _) -> UserErrors.report(thrown, terminal.err()));
    return line;
  }

  private static int execute(ParseResult parsed, Terminal terminal) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    CommandLine last = parsed.asCommandLineList().getLast();
    LockstepCommand command = last.getCommand();
    Main main = (Main) parsed.commandSpec().userObject();
    try (LanguagePath _ = LanguagePath.of(main.languages())) {
      return command.run(terminal);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      if (e instanceof SourceErrors wrong && last.getParseResult().hasMatchedOption("--json")) {
        terminal.out().println(DiagnosticJson.of(wrong));
      }
      return UserErrors.report(e, terminal.err());
    }
  }

  private List<Path> languages() {
    List<Path> paths = new ArrayList<>(languagePath);
    Optional.ofNullable(System.getProperty("lockstep.languages"))
        .map(Path::of)
        .filter(Files::isDirectory)
        .ifPresent(paths::add);
    return paths;
  }

  private static int misuse(ParameterException thrown, Terminal terminal) {
    CommandLine line = thrown.getCommandLine();
    terminal.err().println("lockstep: error: " + Suggestions.message(thrown));
    terminal
        .err()
        .println("`" + line.getCommandSpec().qualifiedName() + " --help` shows what there is.");
    return ExitCode.MISUSE;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13),
        false,
        StandardCharsets.UTF_8);
  }

  /// What `--version` prints.
  static final class VersionLines implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      Versions versions = Versions.current();
      return new String[] {"lockstep " + versions.lockstep(), "Java " + versions.java()};
    }
  }
}
