package dev.lockstep.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;

/// What readers of languages with one statement a line share.
public final class LineReader {
  private LineReader() {}

  /// The first error of each line: what follows it in its line is only its echo.
  public static List<Diagnostic> firstOfEachLine(List<Diagnostic> errors, Source source) {
    List<Diagnostic> first = new ArrayList<>();
    Set<Integer> lines = new HashSet<>();
    for (Diagnostic error : errors) {
      if (lines.add(source.line(error.span().start()))) {
        first.add(error);
      }
    }
    return first;
  }

  /// Whether ANTLR mended nothing in `context`: what it mended is not looked at.
  public static boolean intact(ParserRuleContext context) {
    return context.exception == null
        && context.getChildCount() > 0
        && context.children.stream()
            .allMatch(
                child ->
                    child instanceof ParserRuleContext inner
                        ? intact(inner)
                        : !(child instanceof ErrorNode));
  }

  /// Whether the parser stands at the start of a line.
  public static boolean startsLine(Parser parser) {
    Token before = parser.getInputStream().LT(-1);
    return before == null || before.getText().endsWith("\n");
  }
}
