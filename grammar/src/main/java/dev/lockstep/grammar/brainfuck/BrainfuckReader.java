package dev.lockstep.grammar.brainfuck;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.SyntaxProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Text in, tree out; the only class here that sees ANTLR's types.
public final class BrainfuckReader {
  /// How deep loops may nest.
  private static final int DEEPEST = 500;

  private final Parsing.Spans spans;

  private BrainfuckReader(Source source) {
    this.spans = new Parsing.Spans(source);
  }

  /// Throws `SourceErrors` with every bracket that has no partner.
  public static BrainfuckProgram read(Source source) {
    List<Diagnostic> errors = brackets(source);
    if (!errors.isEmpty()) {
      throw new SourceErrors(source, errors);
    }
    return Deep.call(() -> new BrainfuckReader(source).parse(source));
  }

  /// Brackets are matched before the parser sees them: it would name the first wrong one only.
  private static List<Diagnostic> brackets(Source source) {
    List<Diagnostic> errors = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < source.text().length(); i++) {
      char sign = source.text().charAt(i);
      if (sign == '[') {
        open.push(i);
        if (open.size() == DEEPEST + 1) {
          errors.add(
              Diagnostic.error(
                  SyntaxProblem.NESTING,
                  new Span(i, i + 1),
                  "expected at most " + DEEPEST + " nested loops",
                  "Write it flatter."));
        }
      } else if (sign == ']' && open.isEmpty()) {
        errors.add(
            Diagnostic.error(
                BrainfuckProblem.BRACKET,
                new Span(i, i + 1),
                "`]` closes nothing",
                "Remove it, or write `[` before it."));
      } else if (sign == ']') {
        open.pop();
      }
    }
    for (int at : open) {
      errors.add(
          Diagnostic.error(
              BrainfuckProblem.BRACKET,
              new Span(at, at + 1),
              "`[` is never closed",
              "Remove it, or write `]` behind it."));
    }
    errors.sort(java.util.Comparator.comparingInt(it -> it.span().start()));
    return errors;
  }

  private BrainfuckProgram parse(Source source) {
    Parsing.Parsed<BrainfuckParser.ProgramContext> parsed =
        Parsing.parse(source, BrainfuckLexer::new, BrainfuckParser::new, BrainfuckParser::program);
    if (!parsed.errors().isEmpty()) {
      throw new SourceErrors(source, parsed.errors());
    }
    return new BrainfuckProgram(steps(parsed.tree().step()));
  }

  private List<Step> steps(List<BrainfuckParser.StepContext> contexts) {
    return contexts.stream().map(this::step).toList();
  }

  private Step step(BrainfuckParser.StepContext context) {
    Place place = Place.of(spans.of(context));
    return context.SIGN() != null
        ? new Step.Sign(context.SIGN().getText().charAt(0), place)
        : new Step.Loop(steps(context.step()), place);
  }
}
