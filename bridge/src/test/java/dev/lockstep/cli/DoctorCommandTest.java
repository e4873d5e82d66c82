package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {
  @Test
  void itSaysWhatThereIsAndThatItHolds() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code =
        Main.run(
            new Terminal(out, new PrintStream(OutputStream.nullOutputStream()), false), "doctor");
    String said = bytes.toString(StandardCharsets.UTF_8);
    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(said)
        .contains("PyTorch")
        .containsPattern("java +25")
        .containsPattern("GEMM peak +[1-9]\\d* GFLOP")
        .containsPattern("causal decoder, logits +ok: differs by")
        .doesNotContain("FAILED");
  }
}
