package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Executor;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Value;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringLanguage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The end of the process, as by Ctrl-C, in the middle of a run that writes a file: nothing is left
/// of the file.
class InterruptionTest {
  private static final String ENDLESS =
      "blank _\nstart q\nhalt h\nq: _ -> _ R p\nq: 1 -> 1 R h\np: _ -> _ L q\np: 1 -> 1 R h\n";

  @TempDir Path folder;

  /// A process that runs without end, as `exec --trace-to` does.
  static final class Endless {
    private Endless() {}

    public static void main(String[] args) throws IOException {
      Terminal terminal = new Terminal(System.out, System.err, false);
      TuringLanguage language = new TuringLanguage();
      Machine<TuringConfiguration, Act> machine =
          language.load(language.parse(new Source("endless.tm", ENDLESS)));
      int code;
      try (Interruption interruption = Interruption.told(terminal);
          AtomicFile file = new AtomicFile(Path.of(args[0]))) {
        file.stream().write("begun".getBytes(StandardCharsets.UTF_8));
        System.out.println("running");
        Executor<TuringConfiguration, Act> executor =
            interruption.watched(new Interpreter<>(machine));
        executor.run(
            machine.start(Value.of("")),
            new Budget(Long.MAX_VALUE, Long.MAX_VALUE, 1),
            new RunSink<TuringConfiguration, Act>() {
              @Override
              public boolean step(Act delta, Note note, TuringConfiguration after) {
                return true;
              }
            });
        file.commit();
        code = 0;
      } catch (Interruption.Interrupted e) {
        code = UserErrors.report(e, System.err);
      }
      System.exit(code);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void endsCleanly() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName(),
                folder.resolve("out.jsonl").toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("running");
      assertThat(files()).hasSize(1); // the draft
      // Not SIGINT, which is ignored by what a shell starts in the background; both end it alike.
      new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(lines.lines()).containsExactly("lockstep: interrupted");
    } finally {
      process.destroyForcibly(); // where the test failed it would run without end
    }
    assertThat(process.exitValue()).isEqualTo(128 + 15);
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}
