package dev.lockstep.cli;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// All commands by their names. A command with its options is made only where it is asked for:
/// making all of them takes longer than most of them run.
final class Commands {
  private static final String LANGUAGE_PATH = "--language-path";

  private static final List<Own> FIRST =
      List.of(
          new Own("new-language", NewLanguageCommand::new),
          new Own("check", CheckCommand::new),
          new Own("explain", ExplainCommand::new),
          new Own("fmt", FmtCommand::new),
          new Own("run", RunCommand::new),
          new Own("test", TestCommand::new),
          new Own("trace", TraceCommand::new),
          new Own("compile", CompileCommand::new),
          new Own("generate", GenerateCommand::new),
          new Own("sample", SampleCommand::new),
          new Own("fuzz", FuzzCommand::new),
          new Own("equivalent", EquivalentCommand::new),
          new Own("debug", DebugCommand::new),
          new Own("repl", ReplCommand::new),
          new Own("replay", ReplayCommand::new),
          new Own("diff", DiffCommand::new),
          new Own("learn", LearnCommand::new),
          new Own("exec", ExecCommand::new),
          new Own("verify", VerifyCommand::new),
          new Own("certify", CertifyCommand::new),
          new Own("check-certificate", CheckCertificateCommand::new),
          new Own("inspect", InspectCommand::new),
          new Own("doctor", DoctorCommand::new));

  private static final List<Own> LAST =
      List.of(
          new Own("languages", LanguagesCommand::new),
          new Own("completion", CompletionCommand::new));

  private Commands() {}

  /// A command of this module; `name` is that of its annotation.
  private record Own(String name, Supplier<LockstepCommand> make) {}

  /// Adds every command, with all its options.
  static void addAll(CommandLine line) {
    all().forEach(line::addSubcommand);
  }

  /// Adds what `arguments` need: the command that they name or, where they name none that there is,
  /// the names and descriptions of all.
  static void addFor(CommandLine line, String... arguments) {
    Optional<LockstepCommand> asked = word(arguments).flatMap(Commands::named);
    if (asked.isPresent()) {
      line.addSubcommand(asked.orElseThrow());
    } else {
      all().map(Commands::outline).forEach(it -> line.addSubcommand(it.name(), it));
    }
  }

  /// The word where a command stands, if no option comes before it but languages.
  private static Optional<String> word(String... arguments) {
    int at = 0;
    while (at < arguments.length && arguments[at].startsWith(LANGUAGE_PATH)) {
      at += arguments[at].equals(LANGUAGE_PATH) ? 2 : 1;
    }
    return at < arguments.length ? Optional.of(arguments[at]) : Optional.empty();
  }

  private static Optional<LockstepCommand> named(String name) {
    return Stream.of(FIRST, LAST)
        .flatMap(List::stream)
        .filter(it -> it.name().equals(name))
        .findFirst()
        .map(it -> it.make().get())
        .or(
            () ->
                services()
                    .filter(it -> declared(it.type()).name().equals(name))
                    .findFirst()
                    .map(ServiceLoader.Provider::get));
  }

  private static Stream<LockstepCommand> all() {
    return Stream.of(
            FIRST.stream().map(Own::make).map(Supplier::get),
            services().map(ServiceLoader.Provider::get),
            LAST.stream().map(Own::make).map(Supplier::get))
        .flatMap(it -> it);
  }

  private static Stream<ServiceLoader.Provider<LockstepCommand>> services() {
    return ServiceLoader.load(LockstepCommand.class).stream();
  }

  /// A command's name and description, without its options.
  private static CommandSpec outline(LockstepCommand command) {
    Command declared = declared(command.getClass());
    CommandSpec outline = CommandSpec.create().name(declared.name());
    outline.usageMessage().description(declared.description());
    return outline;
  }

  private static Command declared(Class<?> command) {
    return command.getAnnotation(Command.class);
  }
}
