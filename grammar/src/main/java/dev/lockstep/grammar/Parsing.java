package dev.lockstep.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.ANTLRErrorListener;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.UnbufferedTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/// The one place where ANTLR is set up: text in, parse tree and located errors out.
public final class Parsing {
  private Parsing() {}

  /// A parse tree, whole or mended where the text was wrong, with what was wrong.
  public record Parsed<T>(T tree, List<Diagnostic> errors) {}

  /// A language's own name for what stood at an error, such as "a move (`L` or `R`)"; empty where
  /// the list of expected tokens says it best. The exception is null where ANTLR mends a single
  /// token.
  @FunctionalInterface
  public interface Expected {
    Optional<String> at(Parser parser, RecognitionException e);
  }

  /// `parse` with ANTLR's own lists of expected tokens in the messages.
  public static <P extends Parser, T extends ParserRuleContext> Parsed<T> parse(
      Source source,
      Function<CharStream, ? extends Lexer> lexer,
      Function<TokenStream, P> parser,
      Function<P, T> entry) {
    return parse(source, lexer, parser, entry, (_, _) -> Optional.empty());
  }

  /// Parses `source`: first fast and, where that meets an error, once more with care, and those
  /// errors are the ones that count. Throws `SourceErrors` where there are too many errors to make
  /// a tree of the rest.
  public static <P extends Parser, T extends ParserRuleContext> Parsed<T> parse(
      Source source,
      Function<CharStream, ? extends Lexer> lexer,
      Function<TokenStream, P> parser,
      Function<P, T> entry,
      Expected expected) {
    return parse(source, lexer, tokens -> tokens, parser, entry, expected);
  }

  /// As above, with a filter between lexer and parser.
  public static <P extends Parser, T extends ParserRuleContext> Parsed<T> parse(
      Source source,
      Function<CharStream, ? extends Lexer> lexer,
      UnaryOperator<TokenSource> filter,
      Function<TokenStream, P> parser,
      Function<P, T> entry,
      Expected expected) {
    Syntax<P, T> syntax = new Syntax<>(lexer, filter, parser, entry, expected);
    try {
      P fast = syntax.fast(source, CommonTokenStream::new);
      return new Parsed<>(entry.apply(fast), List.of());
    } catch (ParseCancellationException _) {
      return syntax.careful(source);
    }
  }

  /// Parses a text of any length without a tree of the whole: each rule right below the entry goes
  /// to `part` as soon as it is parsed, and is then forgotten with its tokens. Answers the reader
  /// that was told all parts or, where there are errors, none.
  ///
  /// @param reader makes one that was told nothing yet
  public static <P extends Parser, T extends ParserRuleContext, R> Parsed<R> parseParts(
      Source source,
      Syntax<P, T> syntax,
      Supplier<R> reader,
      BiConsumer<R, ParserRuleContext> part) {
    R parts = reader.get();
    try {
      P fast = syntax.fast(source, UnbufferedTokenStream::new);
      fast.addParseListener(new Parts(rule -> part.accept(parts, rule)));
      T _ = syntax.entry().apply(fast);
      return new Parsed<>(parts, List.of());
    } catch (ParseCancellationException _) {
      Parsed<T> whole = syntax.careful(source);
      R afresh = reader.get();
      if (whole.errors().isEmpty()) {
        whole
            .tree()
            .getRuleContexts(ParserRuleContext.class)
            .forEach(rule -> part.accept(afresh, rule));
      }
      return new Parsed<>(afresh, whole.errors());
    }
  }

  /// A language's syntax, as ANTLR has it.
  ///
  /// @param filter stands between lexer and parser
  /// @param entry the rule of a whole text
  public record Syntax<P extends Parser, T extends ParserRuleContext>(
      Function<CharStream, ? extends Lexer> lexer,
      UnaryOperator<TokenSource> filter,
      Function<TokenStream, P> parser,
      Function<P, T> entry,
      Expected expected) {

    /// A parser that predicts by SLL and gives up at the first error.
    private P fast(Source source, Function<TokenSource, TokenStream> stream) {
      P made = parser.apply(stream.apply(tokens(source, new Refusal())));
      made.removeErrorListeners();
      made.getInterpreter().setPredictionMode(PredictionMode.SLL);
      made.setErrorHandler(new BailErrorStrategy());
      return made;
    }

    /// What a parser makes that predicts by LL, mends what it can and tells every error.
    private Parsed<T> careful(Source source) {
      Offsets offsets = Offsets.of(source.text());
      List<Diagnostic> errors = new ArrayList<>();
      Listener listener = new Listener(source, offsets, expected, errors);
      P made = parser.apply(new CommonTokenStream(tokens(source, listener)));
      made.removeErrorListeners();
      made.addErrorListener(listener);
      made.getInterpreter().setPredictionMode(PredictionMode.LL);
      made.setErrorHandler(new Mending());
      try {
        return new Parsed<>(entry.apply(made), List.copyOf(errors));
      } catch (ParseCancellationException _) {
        throw new SourceErrors(source, errors);
      }
    }

    private TokenSource tokens(Source source, ANTLRErrorListener listener) {
      Lexer tokens = lexer.apply(CharStreams.fromString(source.text(), source.name()));
      tokens.setTokenFactory(new SharedTexts(tokens.getVocabulary()));
      tokens.removeErrorListeners();
      tokens.addErrorListener(listener);
      return filter.apply(tokens);
    }
  }

  /// Collects what `lexer` finds wrong with `source`.
  static void listen(Lexer lexer, Source source, List<Diagnostic> errors) {
    Offsets offsets = Offsets.of(source.text());
    lexer.removeErrorListeners();
    lexer.addErrorListener(new Listener(source, offsets, (_, _) -> Optional.empty(), errors));
  }

  /// Spans of ANTLR's tokens, which count code points, in `char`s of the source.
  public static final class Spans {
    private final Offsets offsets;

    public Spans(Source source) {
      this.offsets = Offsets.of(source.text());
    }

    public Span of(Token token) {
      return offsets.span(token);
    }

    public Span of(TerminalNode node) {
      return of(node.getSymbol());
    }

    public Span of(ParserRuleContext context) {
      Span first = of(context.getStart());
      return context.getStop() == null
              || context.getStop().getStopIndex() < context.getStart().getStartIndex()
          ? first
          : first.to(of(context.getStop()));
    }
  }

  /// `char` offsets of code points; only a text with surrogate pairs needs the table.
  private static final class Offsets {
    private final int[] table;
    private final int length;

    private Offsets(int[] table, int length) {
      this.table = table;
      this.length = length;
    }

    static Offsets of(String text) {
      int points = text.codePointCount(0, text.length());
      if (points == text.length()) {
        return new Offsets(new int[0], points);
      }
      int[] table = new int[points + 1];
      for (int i = 0, at = 0; i <= points; i++) {
        table[i] = at;
        at += i < points ? Character.charCount(text.codePointAt(at)) : 0;
      }
      return new Offsets(table, points);
    }

    int offset(int point) {
      int clamped = Math.clamp(point, 0, length);
      return table.length == 0 ? clamped : table[clamped];
    }

    Span span(Token token) {
      int start = offset(token.getStartIndex());
      return new Span(start, Math.max(start, offset(token.getStopIndex() + 1)));
    }
  }

  private static final class Refusal extends BaseErrorListener {
    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object offendingSymbol,
        int line,
        int column,
        String message,
        RecognitionException e) {
      throw new ParseCancellationException(message);
    }
  }

  /// Takes the parts out of the tree while it grows: each when what follows it begins, for only
  /// then is it whole. Rules that an error ends are left as well.
  private static final class Parts implements ParseTreeListener {
    private final Consumer<ParserRuleContext> reader;
    private Optional<ParserRuleContext> left = Optional.empty();

    Parts(Consumer<ParserRuleContext> reader) {
      this.reader = reader;
    }

    @Override
    public void exitEveryRule(ParserRuleContext rule) {
      if (isPart(rule)) {
        left = Optional.of(rule);
      }
    }

    @Override
    public void enterEveryRule(ParserRuleContext rule) {
      if (isPart(rule)) {
        goOn();
      }
    }

    @Override
    public void visitTerminal(TerminalNode node) {
      if (node.getParent().getParent() == null) {
        goOn();
      }
    }

    private void goOn() {
      Optional<ParserRuleContext> whole = left;
      left = Optional.empty();
      whole.ifPresent(it -> it.getParent().children.remove(it));
      whole.ifPresent(reader);
    }

    private static boolean isPart(ParserRuleContext rule) {
      return rule.getParent() != null && rule.getParent().getParent() == null;
    }

    @Override
    public void visitErrorNode(ErrorNode node) {}
  }

  private static final class Listener extends BaseErrorListener {
    private final Source source;
    private final Offsets offsets;
    private final Expected expected;
    private final List<Diagnostic> errors;

    Listener(Source source, Offsets offsets, Expected expected, List<Diagnostic> errors) {
      this.source = source;
      this.offsets = offsets;
      this.expected = expected;
      this.errors = errors;
    }

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object offendingSymbol,
        int line,
        int column,
        String message,
        RecognitionException e) {
      switch (recognizer) {
        case Parser parser ->
            errors.add(
                SyntaxMessages.of(
                    parser, (Token) offendingSymbol, e, expected.at(parser, e), offsets::span));
        case Lexer lexer -> errors.add(unknownCharacter(lexer));
        default -> throw new IllegalStateException("neither lexer nor parser: " + recognizer);
      }
    }

    private Diagnostic unknownCharacter(Lexer lexer) {
      int start = offsets.offset(lexer._tokenStartCharIndex);
      int end = Math.min(source.text().length(), offsets.offset(lexer._tokenStartCharIndex + 1));
      Span span = new Span(start, Math.max(start, end));
      return Diagnostic.error(
          SyntaxProblem.CHARACTER, span, "unexpected character `" + source.textOf(span) + "`");
    }
  }
}
