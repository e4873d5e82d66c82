package dev.lockstep.cli;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Explanation;
import dev.lockstep.grammar.Nearest;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.SyntaxProblem;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lockstep explain`: what the code behind an error message means.
@Command(
    name = "explain",
    description = {
      "Explains the code that stands in brackets behind an error, with an example.",
      "Without a code: lists all of them."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  lockstep explain mu.unknown-variable", "  lockstep explain"})
final class ExplainCommand implements LockstepCommand {
  @Parameters(paramLabel = "CODE", arity = "0..1", description = "Such as `mu.type`.")
  private String code;

  @Override
  public int run(Terminal terminal) {
    if (code == null) {
      problems().forEach(it -> terminal.out().println(it.code()));
    } else {
      terminal.out().print(text(explanation(code)));
    }
    return ExitCode.DONE;
  }

  /// Every problem there is: those of all texts, then those of each language; dialects share
  /// theirs.
  static List<Problem> problems() {
    Set<Problem> all = new LinkedHashSet<>(List.of(SyntaxProblem.values()));
    Languages.all().forEach(language -> all.addAll(language.problems()));
    return List.copyOf(all);
  }

  private static Explanation explanation(String code) {
    return problems().stream()
        .filter(it -> it.code().equals(code))
        .findFirst()
        .flatMap(Explanation::of)
        .orElseThrow(() -> unknown(code));
  }

  private static Misuse unknown(String code) {
    List<String> codes = problems().stream().map(Problem::code).toList();
    Optional<String> nearest =
        codes.stream()
            .filter(it -> it.endsWith("." + code))
            .findFirst()
            .or(() -> Nearest.to(code, codes));
    return new Misuse(
        "unknown code `" + code + "`",
        nearest
            .map(it -> "Did you mean `" + it + "`?")
            .orElse("List all codes with `lockstep explain`."));
  }

  private static String text(Explanation explanation) {
    Source source = new Source("example." + explanation.suffix(), explanation.example());
    List<Diagnostic> said =
        diagnostics(source).stream()
            .filter(it -> it.problem().equals(Optional.of(explanation.problem())))
            .toList();
    return explanation.problem().code()
        + "\n\n"
        + explanation.text()
        + "\n\nExample:\n\n"
        + explanation.example().indent(4)
        + "\n"
        + SourceErrors.render(source, said)
        + "\n";
  }

  /// What is wrong or suspicious in `source`, whose name says its language.
  static List<Diagnostic> diagnostics(Source source) {
    return diagnostics(source, Languages.of(Path.of(source.name())));
  }

  private static <P> List<Diagnostic> diagnostics(Source source, Language<P, ?, ?> language) {
    try {
      return language.warnings(language.parse(source));
    } catch (SourceErrors e) {
      return e.diagnostics();
    }
  }
}
