package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Text to trees: the records, functions and tests of a program. What a tree means is checked by
/// `MuChecker`.
public final class MuReader {
  private static final Parsing.Syntax<MuParser, MuParser.ProgramContext> SYNTAX =
      new Parsing.Syntax<>(
          MuLexer::new, Newlines::new, MuParser::new, MuParser::program, SyntaxWords::expected);

  private final List<Diagnostic> errors = new ArrayList<>();
  private final Parsing.Spans spans;
  private final StatementReader statements;
  private final ExpressionReader expressions;
  private final TypeReader types;

  private final List<MuRecord> records = new ArrayList<>();
  private final List<MuFunction> functions = new ArrayList<>();
  private final List<MuTest> tests = new ArrayList<>();
  private final List<Import> imports = new ArrayList<>();

  private MuReader(Source source, boolean library) {
    spans = new Parsing.Spans(source);
    types = new TypeReader(spans, errors, library);
    expressions = new ExpressionReader(spans, errors);
    statements = new StatementReader(spans, errors, types, expressions);
  }

  /// Throws `SourceErrors` where the text is not in the grammar.
  public static MuProgram read(Source source) {
    return Deep.call(() -> readDeep(source, false));
  }

  /// As `read`, with `T`, `K` and `O` for types.
  static MuProgram readLibrary(Source source) {
    return Deep.call(() -> readDeep(source, true));
  }

  /// `import "path"`.
  ///
  /// @param span of the text in quotes
  record Import(String path, Span span) {}

  /// The files that `source` imports itself. Throws `SourceErrors` where it is not in the grammar.
  static List<Import> imports(Source source) {
    return Deep.call(() -> List.copyOf(parts(source, false).imports));
  }

  /// The reader that has read all of `source`.
  private static MuReader parts(Source source, boolean library) {
    Parsing.Parsed<MuReader> parsed =
        Parsing.parseParts(source, SYNTAX, () -> new MuReader(source, library), MuReader::part);
    if (!parsed.errors().isEmpty()) {
      throw new SourceErrors(source, SyntaxWords.withHints(parsed.errors()));
    }
    return parsed.tree();
  }

  private void part(ParserRuleContext part) {
    switch (part) {
      case MuParser.RecordContext it -> records.add(record(it));
      case MuParser.FunctionContext it -> functions.add(function(it));
      case MuParser.TestContext it -> tests.add(test(it));
      case MuParser.ImportingContext it ->
          imports.add(new Import(expressions.text(it.STRING()), spans.of(it.STRING())));
      default -> {} // a separator
    }
  }

  private static MuProgram readDeep(Source source, boolean library) {
    MuReader reader = parts(source, library);
    reader.types.resolve(reader.records.stream().map(MuRecord::name).collect(Collectors.toSet()));
    if (source.parts() == 0) {
      reader.imports.forEach(reader::unread);
    }
    if (!reader.errors.isEmpty()) {
      throw new SourceErrors(source, reader.errors);
    }
    return new MuProgram(reader.records, reader.functions, reader.tests);
  }

  private void unread(Import it) {
    errors.add(
        Diagnostic.error(
            MuProblem.IMPORT,
            it.span(),
            "cannot import here: the program was not read from a file",
            "Save it, and give the file to the command."));
  }

  private MuRecord record(MuParser.RecordContext it) {
    List<MuParameter> fields =
        it.fieldLine().stream()
            .filter(line -> line.parameter() != null)
            .map(line -> parameter(line.parameter()))
            .toList();
    return new MuRecord(it.NAME().getText(), fields, place(it.NAME()));
  }

  private MuTest test(MuParser.TestContext it) {
    return new MuTest(
        expressions.text(it.STRING()), statements.block(it.block()), place(it.STRING()));
  }

  private MuFunction function(MuParser.FunctionContext it) {
    return new MuFunction(
        it.name().getText(),
        it.parameter().stream().map(this::parameter).toList(),
        Optional.ofNullable(it.type()).map(types::read),
        contracts(it, "requires"),
        contracts(it, "ensures"),
        statements.block(it.block()),
        place(it.name()));
  }

  private List<MuExpression> contracts(MuParser.FunctionContext it, String word) {
    return it.contract().stream()
        .filter(clause -> clause.getStart().getText().equals(word))
        .map(clause -> expressions.read(clause.expression()))
        .toList();
  }

  private MuParameter parameter(MuParser.ParameterContext it) {
    return new MuParameter(it.name().getText(), types.read(it.type()), place(it.name()));
  }

  private Place place(ParserRuleContext context) {
    return new Place(spans.of(context));
  }

  private Place place(TerminalNode node) {
    return new Place(spans.of(node));
  }
}
