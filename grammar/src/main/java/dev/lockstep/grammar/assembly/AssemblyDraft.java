package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Nearest;
import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A program while its lines come in, and what is wrong with each of them alone.
final class AssemblyDraft {
  private final Dialect dialect;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private List<Label> labels = new ArrayList<>();
  private Item item = new Item.Nothing();
  private Optional<Word> word = Optional.empty();
  private Optional<Boolean> text = Optional.empty();

  AssemblyDraft(Dialect dialect) {
    this.dialect = dialect;
  }

  List<Diagnostic> errors() {
    return errors;
  }

  AssemblyProgram program() {
    return new AssemblyProgram(word.orElse(Word.DEFAULT), text.orElse(false), lines);
  }

  void label(Label label) {
    if (dialect.register(label.name()).isPresent()) {
      error(
          AssemblyProblem.REGISTER,
          label.place(),
          "`" + label.name() + "` is a register",
          "Choose another name.");
    }
    labels.add(label);
  }

  void endLine() {
    if (!labels.isEmpty() || !(item instanceof Item.Nothing)) {
      lines.add(new Line(labels, item));
    }
    labels = new ArrayList<>();
    item = new Item.Nothing();
  }

  void instruction(String name, List<Written> written, Place named, Place whole) {
    Optional<Operation> known = dialect.operation(name);
    if (known.isEmpty()) {
      List<String> names = dialect.operations().stream().map(Operation::name).toList();
      error(
          AssemblyProblem.UNKNOWN_INSTRUCTION,
          named,
          "unknown instruction `" + name + "`",
          suggestion(name, names));
      return;
    }
    Operation operation = known.get();
    int most = operation.operands().size();
    if (written.size() < operation.required() || written.size() > most) {
      String count =
          operation.required() == most ? "" + most : operation.required() + " to " + most;
      error(
          AssemblyProblem.OPERANDS,
          whole,
          "expected " + count + " operands of `" + name + "`, found " + written.size(),
          "Write " + operation.usage() + ".");
      return;
    }
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      operand(operation.operands().get(i), written.get(i)).ifPresent(operands::add);
    }
    if (operands.size() == written.size()) {
      item = new Item.Instruction(operation, operands, whole);
    }
  }

  private Optional<Operand> operand(Operand.Kind kind, Written written) {
    return switch (kind) {
      case REGISTER -> register(written).map(it -> new Operand.Register(it, written.place()));
      case INDEXED ->
          written instanceof Written.Indexed(var offset, String name, Place place)
              ? register(name, place).map(it -> new Operand.Indexed(offset, it, place))
              : wrong(kind, written);
      case FUNCTION ->
          written instanceof Written.Plain(Expression.Name(String name, Place place))
              ? Optional.of(new Operand.Function(name, place))
              : wrong(kind, written);
      case VALUE, CELL, TARGET ->
          written instanceof Written.Plain(Expression expression)
              ? Optional.of(new Operand.Value(expression))
              : wrong(kind, written);
    };
  }

  private <T> Optional<T> wrong(Operand.Kind kind, Written written) {
    String found =
        switch (written) {
          case Written.Text(String it, _) -> Quoting.text(it);
          case Written.Indexed it -> it.offset().print() + "(" + it.register() + ")";
          case Written.Plain(Expression it) -> it.print();
        };
    errors.add(
        Diagnostic.error(
            AssemblyProblem.OPERANDS,
            written.place().spanOrStart(),
            "expected " + kind.words() + ", found `" + found + "`"));
    return Optional.empty();
  }

  private Optional<Integer> register(Written written) {
    return written instanceof Written.Plain(Expression.Name(String name, Place place))
        ? register(name, place)
        : wrong(Operand.Kind.REGISTER, written);
  }

  private Optional<Integer> register(String name, Place place) {
    Optional<Integer> number = dialect.register(name);
    if (number.isEmpty()) {
      error(
          AssemblyProblem.REGISTER,
          place,
          "expected a register, found `" + name + "`",
          "Name one of the registers `r0` to `r" + (dialect.registers() - 1) + "`.");
    }
    return number;
  }

  void directive(String name, List<Written> written, Place named, Place whole) {
    if (!dialect.directives().contains(name)) {
      error(
          AssemblyProblem.DIRECTIVE,
          named,
          "unknown directive `" + name + "`",
          suggestion(name, dialect.directives()));
      return;
    }
    switch (name) {
      case ".word" -> data(written, whole);
      case ".space" -> value(name, written, whole).ifPresent(count -> item = new Item.Space(count));
      case ".width" -> width(written, whole);
      case ".io" -> io(written, whole);
      default -> function(written, whole);
    }
  }

  private void data(List<Written> written, Place whole) {
    if (written.isEmpty()) {
      error(
          AssemblyProblem.DIRECTIVE, whole, "expected a value behind `.word`", "Write `.word 0`.");
    }
    List<Item.Datum> data = new ArrayList<>();
    for (Written it : written) {
      switch (it) {
        case Written.Text(String characters, _) -> data.add(new Item.Datum.Text(characters));
        case Written.Plain(Expression expression) -> data.add(new Item.Datum.Value(expression));
        case Written.Indexed _ -> wrong(Operand.Kind.VALUE, it);
      }
    }
    item = new Item.Data(data);
  }

  private Optional<Expression> value(String directive, List<Written> written, Place whole) {
    if (written.size() == 1 && written.getFirst() instanceof Written.Plain(Expression it)) {
      return Optional.of(it);
    }
    error(
        AssemblyProblem.DIRECTIVE,
        whole,
        "expected one value behind `" + directive + "`",
        "Write `" + directive + " 16`.");
    return Optional.empty();
  }

  private void width(List<Written> written, Place whole) {
    Optional<Expression> value = value(".width", written, whole);
    if (value.isEmpty()) {
      return;
    }
    BigInteger bits = value.get() instanceof Expression.Numeral it ? it.value() : BigInteger.ZERO;
    boolean fits = bits.bitLength() < 8 && bits.intValue() >= Word.LEAST_BITS;
    if (!fits || bits.intValue() > Word.MOST_BITS) {
      error(
          AssemblyProblem.DIRECTIVE,
          value.get().place(),
          "expected a number of bits from 8 to 64, found `" + value.get().print() + "`",
          "Write `.width 32`.");
      return;
    }
    if (word.isPresent()) {
      error(AssemblyProblem.SECOND_LINE, whole, "second line `.width`", "Keep one of them.");
    }
    word = Optional.of(new Word(bits.intValue()));
  }

  private void io(List<Written> written, Place whole) {
    String mode =
        written.size() == 1 && written.getFirst() instanceof Written.Plain(Expression.Name it)
            ? it.name()
            : "";
    if (!mode.equals("text") && !mode.equals("numbers")) {
      error(
          AssemblyProblem.DIRECTIVE,
          whole,
          "expected `.io text` or `.io numbers`",
          "Write one of the two.");
      return;
    }
    if (text.isPresent()) {
      error(AssemblyProblem.SECOND_LINE, whole, "second line `.io`", "Keep one of them.");
    }
    text = Optional.of(mode.equals("text"));
  }

  private void function(List<Written> written, Place whole) {
    if (written.size() == 2
        && written.get(0) instanceof Written.Plain(Expression.Name(String name, _))
        && written.get(1) instanceof Written.Plain(Expression body)) {
      item = new Item.Function(name, body, whole);
      return;
    }
    error(
        AssemblyProblem.FUNCTION,
        whole,
        "expected a name and a value behind `.function`",
        "Write `.function sum, x + y`: a value of the words `x` and `y`.");
  }

  void error(Problem problem, Place place, String message, String hint) {
    errors.add(Diagnostic.error(problem, place.spanOrStart(), message, hint));
  }

  static String suggestion(String name, List<String> known) {
    return Nearest.to(name, known)
        .map(it -> "Did you mean `" + it + "`?")
        .orElse(
            known.size() == 1
                ? "Write `" + known.getFirst() + "`."
                : "Write one of " + String.join(", ", known) + ".");
  }
}
