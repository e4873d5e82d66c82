package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void program() {
    cli = new Cli(folder).with("increment.tm", TuringPrograms.INCREMENT);
  }

  @Test
  void anInterruptedTrainingGoesOnAsIfItHadNotStopped() throws IOException {
    assertThat(cli.run("learn", "FOLDER/increment.tm", "-o", "FOLDER/whole.model").code()).isZero();
    Path model = folder.resolve("halves.model");
    LearnCommand.Wish wish =
        new LearnCommand.Wish(model, 0, OptionalLong.empty(), Optional.empty(), false, false);
    AtomicInteger asked = new AtomicInteger();
    int code = learning(Loaded.open(folder.resolve("increment.tm")), wish, asked);
    assertThat(code).isEqualTo(1);
    assertThat(folder.resolve("halves.model.checkpoint")).isDirectory();
    assertThat(model).doesNotExist();

    Cli.Result resumed =
        cli.run("learn", "FOLDER/increment.tm", "--resume", "-o", "FOLDER/halves.model");
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(folder.resolve("halves.model.checkpoint")).doesNotExist();
    assertThat(Files.readAllBytes(model.resolve("weights.safetensors")))
        .isEqualTo(Files.readAllBytes(folder.resolve("whole.model/weights.safetensors")));
  }

  private static <P, C, D> int learning(
      Loaded<P, C, D> loaded, LearnCommand.Wish wish, AtomicInteger asked) {
    Terminal terminal = Cli.unseen();
    return new LoopedLearning<>(loaded, wish, Optional.empty(), terminal)
        .learn(() -> asked.incrementAndGet() > 2);
  }

  @Test
  void theSameStepsAndSeedGiveTheSameWeights() throws IOException {
    for (String name : new String[] {"a", "b"}) {
      cli.run(
          "learn", "FOLDER/increment.tm", "--steps", "60", "--seed", "5", "-o", "FOLDER/" + name);
    }
    assertThat(Files.readAllBytes(folder.resolve("a/weights.safetensors")))
        .isEqualTo(Files.readAllBytes(folder.resolve("b/weights.safetensors")));
  }

  @Test
  void whatCannotBeDoneIsRefusedBeforeTraining() {
    refused("lockstep: error: --budget: expected a time", "--budget", "soon");
    refused("lockstep: error: --budget and --steps", "--budget", "2m", "--steps", "5");
    refused("lockstep: error: --resume: no checkpoint: ", "--resume");
    refused("lockstep: error: --steps: expected a number from 1", "--steps", "0");
    assertThat(cli.run("learn", "FOLDER/increment.tm").err())
        .startsWith("lockstep: error: Missing required option: '--output=MODEL'");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsRefusedBeforeTraining() {
    cli.with("file", "");
    Cli.Result result =
        cli.run("learn", "FOLDER/increment.tm", "--steps", "5", "-o", "FOLDER/file/x.model");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("lockstep: error: -o file/x.model: cannot be written: ");
  }

  @Test
  void aModelMayBeReadByWhoeverMayReadWhatIsBesideIt() throws IOException {
    cli.run("learn", "FOLDER/increment.tm", "--steps", "5", "-o", "FOLDER/x.model");
    Path directory = Files.createDirectory(folder.resolve("plain"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("x.model")))
        .isEqualTo(Files.getPosixFilePermissions(directory));
    assertThat(Files.getPosixFilePermissions(folder.resolve("x.model/weights.safetensors")))
        .isEqualTo(Files.getPosixFilePermissions(folder.resolve("increment.tm")));
  }

  private void refused(String message, String... options) {
    String[] line = new String[options.length + 4];
    System.arraycopy(options, 0, line, 4, options.length);
    System.arraycopy(
        new String[] {"learn", "FOLDER/increment.tm", "-o", "FOLDER/x.model"}, 0, line, 0, 4);
    Cli.Result result = cli.run(line);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith(message);
    assertThat(folder.resolve("x.model")).doesNotExist();
  }
}
