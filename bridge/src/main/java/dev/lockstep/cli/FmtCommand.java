package dev.lockstep.cli;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.UnreadableSource;
import dev.lockstep.grammar.format.Formatter;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import dev.lockstep.trace.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep fmt`: programs in the one layout of their language.
@Command(
    name = "fmt",
    description = {
      "Lays programs out: indentation, blanks, empty lines. Comments and line breaks stay.",
      "Nothing is written unless all files can be read. A program need not be correct."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep fmt gcd.mu increment.tm",
      "  lockstep fmt --check *.mu",
      "  lockstep fmt --language mu - < draft.mu"
    })
final class FmtCommand implements LockstepCommand {
  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Programs; `-` reads standard input and writes to standard output.")
  private List<String> files;

  @Option(names = "--check", description = "Change nothing; exit code 1 where something would.")
  private boolean check;

  @Option(
      names = "--language",
      paramLabel = "NAME",
      description = "What standard input holds, such as `mu`.")
  private String language;

  /// A source and what it should be.
  private record Formatted(Source source, String text) {
    boolean changed() {
      return !text.equals(source.text());
    }
  }

  @Override
  public int run(Terminal terminal) throws IOException {
    List<Formatted> all = new ArrayList<>();
    for (String file : files) {
      all.add(
          file.equals(STANDARD_INPUT)
              ? format(standardInput(terminal), named())
              : format(Source.read(Path.of(file)), Languages.of(Path.of(file))));
    }
    int code = ExitCode.DONE;
    for (int i = 0; i < all.size(); i++) {
      boolean piped = files.get(i).equals(STANDARD_INPUT);
      Formatted it = all.get(i);
      if (check && it.changed()) {
        terminal.out().println(it.source().name() + ": not formatted");
        code = ExitCode.CHECK_FAILED;
      } else if (!check && piped) {
        terminal.out().print(it.text());
      } else if (!check && it.changed()) {
        write(Path.of(files.get(i)), it.text());
        terminal.err().println(it.source().name() + ": formatted");
      }
    }
    return code;
  }

  private static Formatted format(Source source, Language<?, ?, ?> language) {
    Style style =
        language
            .style()
            .orElseThrow(
                () ->
                    new Misuse(
                        source.name() + ": " + language.name() + " programs have no layout yet"));
    return new Formatted(source, new Formatter(style).format(source));
  }

  private Language<?, ?, ?> named() {
    List<Language<?, ?, ?>> all = Languages.all();
    return all.stream()
        .filter(it -> it.name().equals(language))
        .findFirst()
        .orElseThrow(
            () ->
                new Misuse(
                    "-: expected --language to say what standard input holds",
                    "Name one of "
                        + all.stream()
                            .map(it -> "`" + it.name() + "`")
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static Source standardInput(Terminal terminal) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(terminal.in().readAllBytes());
    try {
      return new Source(
          "standard input", StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException _) {
      throw new UnreadableSource("standard input: not UTF-8 text");
    }
  }

  private static void write(Path file, String text) throws IOException {
    try (AtomicFile whole = OutputFile.open(file)) {
      whole.stream().write(text.getBytes(StandardCharsets.UTF_8));
      whole.commit();
    }
  }
}
