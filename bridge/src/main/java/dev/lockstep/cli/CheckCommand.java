package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.UnreadableSource;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep check`: everything that is wrong with programs, without running them.
@Command(
    name = "check",
    description = "Reads programs and shows everything that is wrong with them.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  lockstep check increment.tm", "  lockstep check --json *.mu"})
final class CheckCommand implements LockstepCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Programs.")
  private List<Path> files;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public int run(Terminal terminal) {
    ObjectNode report = JsonTrees.MAPPER.createObjectNode();
    ArrayNode all = report.putArray("files");
    int code = ExitCode.DONE;
    for (Path file : files) {
      Checked checked = check(file);
      if (json) {
        all.add(checked.toJson(file));
      } else {
        checked.print(file, terminal);
      }
      code = Math.max(code, checked.code());
    }
    if (json) {
      terminal.out().println(report);
    }
    return code;
  }

  private static Checked check(Path file) {
    try {
      return check(file, Languages.of(file));
    } catch (UnreadableSource e) {
      return new Checked.Unreadable(e.getMessage());
    }
  }

  private static <P> Checked check(Path file, Language<P, ?, ?> language) {
    Source source;
    try {
      source = language.read(file);
    } catch (SourceErrors e) {
      return new Checked.Read(e.source(), e.diagnostics());
    }
    try {
      P program = language.parse(source);
      return new Checked.Read(source, language.warnings(program));
    } catch (SourceErrors e) {
      return new Checked.Read(source, e.diagnostics());
    }
  }

  /// What came of one file.
  private sealed interface Checked {
    record Unreadable(String message) implements Checked {}

    record Read(Source source, List<Diagnostic> diagnostics) implements Checked {}

    default int code() {
      return switch (this) {
        case Unreadable _ -> ExitCode.MISUSE;
        case Read(_, var diagnostics) ->
            diagnostics.stream().anyMatch(Diagnostic::isError)
                ? ExitCode.CHECK_FAILED
                : ExitCode.DONE;
      };
    }

    default void print(Path file, Terminal terminal) {
      switch (this) {
        case Unreadable(String message) -> terminal.err().println("lockstep: error: " + message);
        case Read(Source source, var diagnostics) -> {
          if (!diagnostics.isEmpty()) {
            terminal.err().println(SourceErrors.render(source, diagnostics));
          }
          if (code() == ExitCode.DONE) {
            terminal.out().println(file + ": no errors");
          }
        }
      }
    }

    default ObjectNode toJson(Path file) {
      ObjectNode node = JsonTrees.MAPPER.createObjectNode();
      node.put("file", file.toString()).put("ok", code() == ExitCode.DONE);
      switch (this) {
        case Unreadable(String message) -> node.put("unreadable", message);
        case Read(Source source, var diagnostics) -> {
          ArrayNode array = node.putArray("diagnostics");
          diagnostics.forEach(it -> array.add(DiagnosticJson.of(it, source)));
        }
      }
      return node;
    }
  }
}
