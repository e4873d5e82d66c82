package dev.lockstep.grammar.regex;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.SyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/// Text in, tree out; the only class here that sees ANTLR's types.
public final class RegexReader {
  /// How deep an expression may nest.
  private static final int DEEPEST = 500;

  private RegexReader() {}

  /// Throws `SourceErrors` with everything that is wrong.
  public static Regex read(Source source) {
    return Deep.call(() -> parse(source));
  }

  private static Regex parse(Source source) {
    Parsing.Parsed<RegexParser.ProgramContext> parsed =
        Parsing.parse(source, RegexLexer::new, RegexParser::new, RegexParser::program);
    List<Diagnostic> errors = new ArrayList<>(parsed.errors());
    if (errors.isEmpty() && depth(parsed.tree(), 0) > 4 * DEEPEST) {
      errors.add(
          Diagnostic.error(
              SyntaxProblem.NESTING,
              new Parsing.Spans(source).of(parsed.tree().getStart()),
              "expected at most " + DEEPEST + " nested parentheses",
              "Write it flatter."));
    }
    if (!errors.isEmpty()) {
      throw new SourceErrors(source, errors);
    }
    return choice(parsed.tree().choice());
  }

  private static int depth(ParserRuleContext context, int above) {
    int most = above;
    for (int i = 0; i < context.getChildCount(); i++) {
      if (context.getChild(i) instanceof ParserRuleContext inner) {
        most = Math.max(most, depth(inner, above + 1));
      }
    }
    return most;
  }

  private static Regex choice(RegexParser.ChoiceContext context) {
    List<Regex> options = context.sequence().stream().map(RegexReader::sequence).toList();
    return options.size() == 1 ? options.getFirst() : new Regex.Choice(options);
  }

  private static Regex sequence(RegexParser.SequenceContext context) {
    List<Regex> parts = context.repetition().stream().map(RegexReader::repetition).toList();
    return parts.size() == 1 ? parts.getFirst() : new Regex.Sequence(parts);
  }

  private static Regex repetition(RegexParser.RepetitionContext context) {
    Regex regex = atom(context.atom());
    for (int i = 1; i < context.getChildCount(); i++) {
      regex = new Regex.Repetition(regex, Regex.Times.of(context.getChild(i).getText()));
    }
    return regex;
  }

  private static Regex atom(RegexParser.AtomContext context) {
    return switch (context) {
      case RegexParser.SymbolContext it ->
          new Regex.Symbol(
              it.ESCAPED() == null ? it.getText().codePointAt(0) : it.getText().codePointAt(1));
      case RegexParser.OneOfContext it ->
          new Regex.OneOf(
              it.getText()
                  .substring(1, it.getText().length() - 1)
                  .codePoints()
                  .sorted()
                  .distinct()
                  .boxed()
                  .toList());
      case RegexParser.AnyContext _ -> new Regex.Any();
      case RegexParser.GroupContext it -> choice(it.choice());
      default -> throw new IllegalStateException("not an atom: " + context.getClass());
    };
  }
}
