package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lockstep.cli.Main;
import dev.lockstep.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The captures of `docs/tools.md` are what the commands print. `-Dgoldens=write` rewrites them for
/// review.
class ToolsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "tools.md");
  private static final Pattern CAPTURE = Pattern.compile("(?ms)^```console\n(.*?)^```\n");
  private static final Pattern COMMAND =
      Pattern.compile("\\$ (?:printf '((?:[^'])*)' \\| )?lockstep (.*)");
  private static final Pattern SAID = Pattern.compile("(?:mu> |  \\| |\\(debug\\) )(.*)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  @TempDir Path folder;

  @Test
  void capturesAreTrue() throws IOException {
    Files.createDirectory(folder.resolve("traces"));
    String page = Files.readString(PAGE);
    String now = CAPTURE.matcher(page).replaceAll(found -> quoted(again(found.group(1))));
    if (System.getProperty("goldens", "").equals("write")) {
      Files.writeString(PAGE, now);
      fail(PAGE + " rewritten: review it and run the tests again without -Dgoldens=write");
    }
    assertThat(now).isEqualTo(page);
  }

  private static String quoted(String capture) {
    return Matcher.quoteReplacement("```console\n" + capture + "```\n");
  }

  /// A command with what a person types into it.
  private record Session(String command, List<String> typed) {}

  private String again(String capture) {
    List<Session> sessions = new ArrayList<>();
    for (String line : capture.lines().toList()) {
      Matcher said = SAID.matcher(line);
      if (line.startsWith("$ ")) {
        sessions.add(new Session(line, new ArrayList<>()));
      } else if (said.matches() && !sessions.isEmpty()) {
        sessions.getLast().typed().add(said.group(1));
      }
    }
    StringBuilder out = new StringBuilder();
    sessions.forEach(it -> out.append(it.command()).append('\n').append(run(it)));
    return out.toString();
  }

  private String run(Session session) {
    Matcher command = COMMAND.matcher(session.command());
    assertThat(command.matches()).as(session.command()).isTrue();
    String input =
        command.group(1) == null
            ? String.join("\n", session.typed())
            : command.group(1).replace("\\n", "\n");
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command.group(2));
    while (word.find()) {
      String text = word.group(1) != null ? word.group(1) : word.group(2);
      words.add(here(text != null ? text : word.group(3)));
    }
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Main.run(new Terminal(in, both, both, false), words.toArray(String[]::new));
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replace(folder + "/", "")
        .replace("programs/", "examples/programs/");
  }

  /// Tests run in the folder of their module, and write into one of their own.
  private String here(String word) {
    return word.startsWith("traces")
        ? folder.resolve(word).toString()
        : word.replace("examples/programs/", "programs/");
  }
}
