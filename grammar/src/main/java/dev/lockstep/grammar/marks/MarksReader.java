package dev.lockstep.grammar.marks;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.LineReader;
import dev.lockstep.grammar.Mended;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;

/// Text in, checked program out; the only class here that sees ANTLR's types.
public final class MarksReader {
  private final Parsing.Spans spans;

  private MarksReader(Source source) {
    this.spans = new Parsing.Spans(source);
  }

  /// Reads a program; without `erasing` it may do what Wang's B-machine can. Throws `SourceErrors`
  /// with everything that is wrong.
  public static MarksProgram read(Source source, boolean erasing) {
    return new MarksReader(source).parse(source, erasing);
  }

  private MarksProgram parse(Source source, boolean erasing) {
    Parsing.Parsed<MarksParser.ProgramContext> parsed =
        Parsing.parse(
            source,
            MarksLexer::new,
            Mended.lineBreakFirst(MarksLexer.NEWLINE),
            MarksParser::new,
            MarksParser::program,
            MarksReader::expected);
    List<Diagnostic> errors = new ArrayList<>(LineReader.firstOfEachLine(parsed.errors(), source));
    List<MarksProgram.Line> lines = new ArrayList<>();
    for (MarksParser.LineContext line : parsed.tree().line()) {
      if (LineReader.intact(line)) {
        lines.add(
            new MarksProgram.Line(
                line.label().stream().map(it -> name(it.NAME())).toList(),
                Optional.ofNullable(line.instruction()).map(this::instruction)));
      }
    }
    MarksProgram program = new MarksProgram(lines);
    if (errors.isEmpty()) {
      errors.addAll(MarksChecker.errors(program, erasing));
    }
    if (!errors.isEmpty()) {
      errors.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
      throw new SourceErrors(source, errors);
    }
    return program;
  }

  private Name name(org.antlr.v4.runtime.tree.TerminalNode node) {
    return new Name(node.getText(), Place.of(spans.of(node)));
  }

  private Instruction instruction(MarksParser.InstructionContext context) {
    Place place = Place.of(spans.of(context));
    return switch (context) {
      case MarksParser.SimpleContext it ->
          new Instruction.Simple(
              Instruction.Kind.valueOf(it.getText().toUpperCase(Locale.ROOT)), place);
      case MarksParser.JumpContext it ->
          new Instruction.Jump(
              name(it.NAME()),
              it.getChildCount() < 4 // ANTLR leaves a missing word out
                  ? Instruction.When.ALWAYS
                  : Instruction.When.valueOf(it.getChild(3).getText().toUpperCase(Locale.ROOT)),
              place);
      default -> throw new IllegalStateException("not an instruction: " + context.getClass());
    };
  }

  private static Optional<String> expected(Parser parser, RecognitionException e) {
    return switch (parser.getContext().getRuleIndex()) {
      case MarksParser.RULE_program, MarksParser.RULE_line ->
          Optional.of(LineReader.startsLine(parser) ? "a label or an instruction" : "a line break");
      default -> Optional.empty();
    };
  }
}
