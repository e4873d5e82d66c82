package dev.lockstep.grammar.markov;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.LineReader;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.markov.MarkovProgram.MarkovRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.tree.ParseTree;

/// Text in, program out; the only class here that sees ANTLR's types.
public final class MarkovReader {
  private static final String QUOTED = "-./\"'";

  private MarkovReader() {}

  /// Throws `SourceErrors` with everything that is wrong.
  public static MarkovProgram read(Source source) {
    Parsing.Spans spans = new Parsing.Spans(source);
    Parsing.Parsed<MarkovParser.ProgramContext> parsed =
        Parsing.parse(
            source,
            MarkovLexer::new,
            MarkovParser::new,
            MarkovParser::program,
            MarkovReader::expected);
    List<Diagnostic> errors = new ArrayList<>();
    for (Diagnostic error : LineReader.firstOfEachLine(parsed.errors(), source)) {
      errors.add(withHint(error, source.textOf(error.span())));
    }
    List<MarkovRule> rules = new ArrayList<>();
    for (MarkovParser.StatementContext statement : parsed.tree().statement()) {
      if (errors.isEmpty()) {
        rules.add(rule(statement, spans));
      }
    }
    if (errors.isEmpty() && rules.isEmpty()) {
      errors.add(
          Diagnostic.error(
              MarkovProblem.NO_RULE, new Span(0, 0), "no rule", "Add a line such as `ab -> ba`."));
    }
    if (!errors.isEmpty()) {
      throw new SourceErrors(source, errors);
    }
    return new MarkovProgram(rules);
  }

  private static MarkovRule rule(MarkovParser.StatementContext line, Parsing.Spans spans) {
    boolean last = line.getChild(1).getText().equals("->.");
    return new MarkovRule(text(line.left), text(line.right), last, Place.of(spans.of(line)));
  }

  private static String text(MarkovParser.SideContext side) {
    return side.children == null
        ? ""
        : side.children.stream()
            .map(ParseTree::getText)
            .map(Words::read)
            .collect(Collectors.joining());
  }

  private static Optional<String> expected(Parser parser, RecognitionException e) {
    return switch (parser.getContext()) {
      case MarkovParser.StatementContext _, MarkovParser.SideContext _ ->
          Optional.of("a string, `->` or `->.`");
      case MarkovParser.ProgramContext _ ->
          Optional.of(LineReader.startsLine(parser) ? "a rule such as `ab -> ba`" : "a line break");
      default -> Optional.empty();
    };
  }

  private static Diagnostic withHint(Diagnostic error, String found) {
    return found.length() == 1 && QUOTED.contains(found)
        ? error.withHint("Write it in quotes: `'" + found + "'`.")
        : error;
  }
}
