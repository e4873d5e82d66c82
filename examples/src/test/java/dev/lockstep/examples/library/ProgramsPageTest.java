package dev.lockstep.examples.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page of all programs says what the files and the oracles say. `-Dgoldens=write` rewrites its
/// tables for review.
class ProgramsPageTest {
  private static final Path PAGE = Path.of("../docs/programs.md");
  private static final Path PROGRAMS = Path.of("programs");
  private static final List<String> FOLDERS =
      List.of(Library.FIRST, Library.CLRS, Library.EVERYDAY);

  @Test
  void listsEveryProgram() throws IOException {
    String page = Files.readString(PAGE);
    String right = page;
    for (String folder : FOLDERS) {
      right = withTable(right, folder, table(folder));
    }
    if (System.getProperty("goldens", "").equals("write")) {
      Files.writeString(PAGE, right);
      fail(PAGE + " rewritten: review it and run the tests again without -Dgoldens=write");
    }
    assertThat(page).isEqualTo(right);
  }

  /// The page with the table between the marks of a folder replaced.
  private static String withTable(String page, String folder, String table) {
    String begin = "<!-- " + folder + " -->\n";
    String end = "<!-- end -->\n";
    assertThat(page).containsOnlyOnce(begin);
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf(end, from);
    assertThat(to).as("an end mark behind %s", begin).isPositive();
    return page.substring(0, from) + table + page.substring(to);
  }

  private static String table(String folder) {
    List<Oracle> oracles =
        Oracle.all().stream()
            .filter(oracle -> folder(oracle).equals(folder))
            .sorted(Comparator.comparing(Oracle::program))
            .toList();
    return Stream.concat(
            Stream.of("| program | what it does | oracle |", "| --- | --- | --- |"),
            oracles.stream().map(ProgramsPageTest::row))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String folder(Oracle oracle) {
    return oracle.program().substring(0, oracle.program().lastIndexOf('/') + 1);
  }

  private static String row(Oracle oracle) {
    String name = oracle.program().substring(folder(oracle).length()).replace(".mu", "");
    return "| [%s](../examples/programs/%s) | %s | %s |"
        .formatted(name, oracle.program(), about(oracle.program()), oracle.by());
  }

  /// The first sentence of the comment that the file begins with.
  private static String about(String program) {
    try (Stream<String> lines = Files.lines(PROGRAMS.resolve(program))) {
      String comment =
          lines
              .takeWhile(line -> line.startsWith("//"))
              .map(line -> line.substring(2).strip())
              .collect(Collectors.joining(" "));
      assertThat(comment).as(program).isNotBlank();
      return comment.split("\\.( |$)", 2)[0].replace("|", "\\|");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
