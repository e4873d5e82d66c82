package dev.lockstep.grammar.format;

import dev.lockstep.grammar.Lexeme;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sources in their language's one layout, whatever they mean: it moves tokens and comments and
/// changes none.
///
/// Line breaks between tokens stay, empty lines are at most one, lines are indented by two blanks
/// for each bracket that is open (brackets of one line count once), and comments at the ends of
/// neighbouring lines stand below each other. Formatting what is formatted changes nothing.
public final class Formatter {
  private static final String STEP = "  ";
  private static final int STEPS_OF_CONTINUATION = 2;

  private final Style style;

  public Formatter(Style style) {
    this.style = style;
  }

  /// The text of `source`, laid out. Throws `SourceErrors` where a character begins no token.
  public String format(Source source) {
    if (style.leaves(source)) {
      return source.text();
    }
    List<Lexeme> before = style.lexicon().lexemes(source);
    String text = new Draft().text(rows(before));
    Source after = new Source(source.name(), text);
    // Signs that only a wrong program has side by side may run into one: better to leave it.
    return words(style.lexicon().lexemes(after)).equals(words(before)) ? text : source.text();
  }

  private static List<String> words(List<Lexeme> lexemes) {
    return lexemes.stream()
        .filter(it -> !it.is(TokenKind.LINE_BREAK))
        .map(it -> it.kind() + " " + it.text())
        .toList();
  }

  /// What stands on one line: tokens, then at most one comment that ends it. Comments between
  /// tokens count as tokens.
  private record Row(List<Lexeme> tokens, Optional<Lexeme> comment) {
    boolean isEmpty() {
      return tokens.isEmpty() && comment.isEmpty();
    }
  }

  private static List<Row> rows(List<Lexeme> lexemes) {
    List<Row> rows = new ArrayList<>();
    List<Lexeme> line = new ArrayList<>();
    for (Lexeme it : lexemes) {
      if (it.is(TokenKind.LINE_BREAK)) {
        rows.add(row(line));
        line.clear();
      } else {
        line.add(it);
      }
    }
    rows.add(row(line));
    return rows;
  }

  private static Row row(List<Lexeme> line) {
    boolean comment = !line.isEmpty() && line.getLast().is(TokenKind.COMMENT);
    return comment
        ? new Row(List.copyOf(line.subList(0, line.size() - 1)), Optional.of(line.getLast()))
        : new Row(List.copyOf(line), Optional.empty());
  }

  /// The text while its lines come in.
  private final class Draft {
    private final List<Integer> open = new ArrayList<>(); // the line of each open bracket
    private final List<String> codes = new ArrayList<>();
    private final List<String> comments = new ArrayList<>(); // beside the code, empty where none
    private Lexeme last = new Lexeme(TokenKind.LINE_BREAK, "", new Span(0, 0));

    String text(List<Row> rows) {
      boolean gap = false;
      for (Row row : rows) {
        if (row.isEmpty()) {
          gap = true;
          continue;
        }
        boolean closing = !row.tokens().isEmpty() && style.closes(row.tokens().getFirst());
        if (gap && !codes.isEmpty() && !style.opens(last) && !closing) {
          codes.add("");
          comments.add("");
        }
        gap = false;
        add(row);
      }
      return join();
    }

    private void add(Row row) {
      List<Lexeme> code = row.tokens().stream().filter(it -> !it.is(TokenKind.COMMENT)).toList();
      int closed = 0;
      while (closed < code.size() && style.closes(code.get(closed))) {
        close();
        closed++;
      }
      String indent = STEP.repeat(steps(code));
      for (Lexeme it : code.subList(closed, code.size())) {
        if (style.opens(it)) {
          open.add(codes.size());
        } else if (style.closes(it)) {
          close();
        }
      }
      if (code.isEmpty()) {
        codes.add(indent + pieces(row.tokens()) + row.comment().map(Lexeme::text).orElse(""));
        comments.add("");
      } else {
        codes.add(indent + pieces(row.tokens()));
        comments.add(row.comment().map(Lexeme::text).orElse(""));
        last = code.getLast();
      }
    }

    private int steps(List<Lexeme> code) {
      int steps = (int) open.stream().distinct().count();
      if (code.isEmpty()) {
        return steps;
      }
      boolean continues = style.continues(last, code.getFirst());
      return steps + (continues ? STEPS_OF_CONTINUATION : 0) + style.steps(new Line(code));
    }

    private void close() {
      if (!open.isEmpty()) {
        open.removeLast();
      }
    }

    /// Tokens with the blanks between them; a comment among them has one on each side.
    private String pieces(List<Lexeme> tokens) {
      Line code = new Line(tokens.stream().filter(it -> !it.is(TokenKind.COMMENT)).toList());
      StringBuilder out = new StringBuilder();
      boolean comment = false;
      int index = 0;
      for (Lexeme it : tokens) {
        boolean word = !it.is(TokenKind.COMMENT);
        boolean spaced = !word || comment || (index > 0 && style.spaced(code, index));
        out.append(spaced && !out.isEmpty() ? " " : "").append(it.text());
        comment = !word;
        index += word ? 1 : 0;
      }
      return out.toString();
    }

    private String join() {
      StringBuilder out = new StringBuilder();
      int at = 0;
      while (at < codes.size()) {
        int end = at + 1;
        if (!comments.get(at).isEmpty()) {
          while (end < codes.size() && !comments.get(end).isEmpty()) {
            end++;
          }
        }
        int width = codes.subList(at, end).stream().mapToInt(Draft::width).max().orElse(0);
        for (; at < end; at++) {
          String code = codes.get(at);
          out.append(code);
          if (!comments.get(at).isEmpty()) {
            out.repeat(' ', width - width(code) + 2).append(comments.get(at));
          }
          out.append('\n');
        }
      }
      return out.toString();
    }

    private static int width(String code) {
      return code.codePointCount(0, code.length());
    }
  }
}
