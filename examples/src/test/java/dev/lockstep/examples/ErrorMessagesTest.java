package dev.lockstep.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.machine.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The messages for programs that are none, word for word. `-Dgoldens=write` rewrites the expected
/// messages for review.
class ErrorMessagesTest {
  static Stream<Path> programs() {
    return Programs.bad();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void areAsExpected(Path file) throws IOException {
    String text = Files.readString(file);
    Source source = new Source(file.getFileName().toString(), text);
    SourceErrors errors =
        catchThrowableOfType(SourceErrors.class, () -> Languages.of(file).parse(source));
    assertThat(errors).as("errors of %s", file).isNotNull();
    Path golden = Programs.beside(file, ".err");
    if (System.getProperty("goldens", "").equals("write")) {
      Files.writeString(golden, errors.getMessage() + "\n");
      fail(golden + " rewritten: review it and run the tests again without -Dgoldens=write");
    }
    assertThat(errors.getMessage() + "\n").isEqualTo(Files.readString(golden));
  }
}
