package dev.lockstep.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import java.util.List;

/// What holds for the messages that a user gets: they have words, and a place where there is one.
final class Messages {
  private Messages() {}

  static void assertSaid(String message) {
    assertTrue(message != null && !message.isBlank(), "an error without words");
  }

  /// Each points into the source; they stand in the order of their places.
  static void assertLocated(List<Diagnostic> diagnostics, Source source) {
    int before = 0;
    for (Diagnostic diagnostic : diagnostics) {
      assertSaid(diagnostic.message());
      diagnostic.hint().ifPresent(Messages::assertSaid);
      int start = diagnostic.span().start();
      assertTrue(start >= before, "not in order of place: " + diagnostic.message());
      assertTrue(
          diagnostic.span().end() <= source.text().length(),
          "outside the source: " + diagnostic.message());
      assertFalse(diagnostic.render(source).isBlank());
      before = start;
    }
  }
}
