package dev.lockstep.grammar.mu;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Nearest;
import dev.lockstep.grammar.Parsing;
import dev.lockstep.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Types as they are written.
final class TypeReader {
  private static final List<String> SIMPLE = List.of("int", "bool", "str");

  private final Parsing.Spans spans;
  private final List<Diagnostic> errors;
  private final boolean library;
  private final List<Named> named = new ArrayList<>();

  /// A name that has to be a record's, whose declaration may stand further down.
  private record Named(String name, Span span) {}

  /// @param library whether `T` and `O` stand for any type, as in the library's signatures
  TypeReader(Parsing.Spans spans, List<Diagnostic> errors, boolean library) {
    this.spans = spans;
    this.errors = errors;
    this.library = library;
  }

  MuType read(MuParser.TypeContext it) {
    if (depth(it) > MuType.DEEPEST) {
      errors.add(
          Diagnostic.error(
              MuProblem.NESTING,
              spans.of(it),
              "expected types nested at most " + MuType.DEEPEST + " deep"));
      return new MuType.Int();
    }
    return type(it);
  }

  /// How deep it nests, without recursion: a type may be written of any depth.
  private static int depth(MuParser.TypeContext it) {
    int depth = 0;
    List<MuParser.TypeContext> level = List.of(it);
    while (!level.isEmpty()) {
      depth++;
      level = level.stream().flatMap(type -> type.plainType().type().stream()).toList();
    }
    return depth - 1;
  }

  private MuType type(MuParser.TypeContext it) {
    MuType type = plain(it.plainType());
    int marks = it.getChildCount() - 1;
    if (marks > 1) {
      errors.add(
          Diagnostic.error(
              MuProblem.NESTING,
              spans.of(it),
              "expected at most one `?`, since an option of an option has no JSON"));
    }
    return marks > 0 ? new MuType.Option(type) : type;
  }

  private MuType plain(MuParser.PlainTypeContext it) {
    List<MuType> parts = it.type().stream().map(this::type).toList();
    return switch (it.getStart().getText()) {
      case "[" -> new MuType.ListOf(parts.getFirst());
      case "(" -> new MuType.TupleOf(parts);
      case "{" ->
          parts.size() == 1
              ? new MuType.SetOf(parts.getFirst())
              : new MuType.MapOf(parts.getFirst(), parts.getLast());
      default -> named(it.NAME());
    };
  }

  private MuType named(TerminalNode name) {
    return switch (name.getText()) {
      case "int" -> new MuType.Int();
      case "bool" -> new MuType.Bool();
      case "str" -> new MuType.Text();
      case String any when library && any.length() == 1 ->
          new MuType.Variable(any, any.equals("O"));
      case String record -> {
        named.add(new Named(record, spans.of(name)));
        yield new MuType.RecordOf(record);
      }
    };
  }

  /// Complains of the names read so far that are neither types nor among `records`.
  void resolve(Set<String> records) {
    named.stream().filter(it -> !records.contains(it.name())).forEach(it -> unknown(it, records));
  }

  private void unknown(Named it, Set<String> records) {
    List<String> known = Stream.concat(SIMPLE.stream(), records.stream()).toList();
    String hint =
        Nearest.to(it.name(), known)
            .map(nearest -> "Did you mean `" + nearest + "`?")
            .orElse("The types are `int`, `bool`, `str`, lists such as `[int]`, and records.");
    errors.add(
        Diagnostic.error(
            MuProblem.UNKNOWN_TYPE, it.span(), "expected a type, found `" + it.name() + "`", hint));
  }
}
