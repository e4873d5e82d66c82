package dev.lockstep.grammar.assembly;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Nearest;
import dev.lockstep.grammar.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Programs to images in two passes: addresses of labels, then values.
public final class Assembler {
  /// More words than this are refused.
  static final int MOST_WORDS = 1 << 22;

  private final AssemblyProgram program;
  private final Dialect dialect;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final Map<String, Long> labels = new HashMap<>();
  private final List<Item.Function> functions = new ArrayList<>();
  private final List<Long> addresses = new ArrayList<>(); // by line
  private final List<Long> memory = new ArrayList<>();
  private final List<Image.Coded> code = new ArrayList<>();
  private long words; // of memory so far
  private long instructions; // so far

  private Assembler(AssemblyProgram program, Dialect dialect) {
    this.program = program;
    this.dialect = dialect;
  }

  /// Throws `IllegalArgumentException` where the program has errors.
  public static Image assemble(AssemblyProgram program, Dialect dialect) {
    Assembler assembler = new Assembler(program, dialect);
    assembler.run();
    if (!assembler.errors.isEmpty()) {
      throw new IllegalArgumentException(assembler.errors.getFirst().message());
    }
    return new Image(
        program.word(),
        program.text(),
        assembler.memory,
        assembler.code,
        assembler.labels,
        assembler.functions);
  }

  /// Everything that keeps a program that parses from being assembled.
  static List<Diagnostic> errors(AssemblyProgram program, Dialect dialect) {
    Assembler assembler = new Assembler(program, dialect);
    assembler.run();
    return assembler.errors;
  }

  private void run() {
    place();
    long most = Math.min(MOST_WORDS, program.word().greatest());
    if (Math.max(words, instructions) > most) {
      error(
          AssemblyProblem.TOO_LARGE,
          Place.NOWHERE,
          "the program takes "
              + Math.max(words, instructions)
              + (words > most ? " words" : " instructions")
              + ", more than "
              + most,
          "Use wider words (`.width`), or make it smaller.");
    }
    if (instructions == 0) {
      error(
          AssemblyProblem.NO_INSTRUCTION,
          Place.NOWHERE,
          "expected an instruction, found none",
          "Write at least one.");
    }
    if (errors.isEmpty()) {
      for (int i = 0; i < addresses.size(); i++) {
        emit(program.lines().get(i).item(), addresses.get(i));
      }
    }
  }

  private void place() {
    List<Label> waiting = new ArrayList<>(); // in a line without an item
    for (Line line : program.lines()) {
      waiting.addAll(line.labels());
      long address = address(line.item());
      addresses.add(address);
      if (!(line.item() instanceof Item.Nothing) && !(line.item() instanceof Item.Function)) {
        waiting.forEach(label -> define(label, address));
        waiting.clear();
      }
    }
    waiting.forEach(label -> define(label, dialect.unified() ? words : instructions));
  }

  /// Where `item` begins; counts what it takes.
  private long address(Item item) {
    long begin = words;
    switch (item) {
      case Item.Nothing() -> {}
      case Item.Instruction it -> {
        instructions++;
        if (!dialect.unified()) {
          return instructions - 1;
        }
        words += it.operation().operands().size();
      }
      case Item.Data it ->
          words +=
              it.data().stream()
                  .mapToLong(
                      datum ->
                          datum instanceof Item.Datum.Text(String text)
                              ? text.codePointCount(0, text.length())
                              : 1)
                  .sum();
      case Item.Space it -> words += space(it.count());
      case Item.Function it -> function(it);
    }
    return begin;
  }

  private void function(Item.Function function) {
    if (functions.stream().anyMatch(it -> it.name().equals(function.name()))) {
      error(
          AssemblyProblem.SECOND_NAME,
          function.place(),
          "second function `" + function.name() + "`",
          "Give it another name.");
    }
    new Values(0, List.of("x", "y")).check(function.body());
    functions.add(function);
  }

  private void define(Label label, long address) {
    if (labels.putIfAbsent(label.name(), address) != null) {
      error(
          AssemblyProblem.SECOND_NAME,
          label.place(),
          "second label `" + label.name() + "`",
          "Give it another name.");
    }
  }

  private long space(Expression count) {
    BigInteger value = new Values(0, List.of()).constant(count);
    if (value.signum() < 0 || value.bitLength() > 31) {
      error(
          AssemblyProblem.DIRECTIVE,
          count.place(),
          "expected a number of words, found `" + count.print() + "`",
          "Write `.space 16`.");
      return 0;
    }
    return value.longValue();
  }

  private void emit(Item item, long address) {
    Values values = new Values(address, labels.keySet());
    switch (item) {
      case Item.Nothing _, Item.Function _ -> {}
      case Item.Instruction it -> instruction(it, address, values);
      case Item.Data it -> it.data().forEach(datum -> datum(datum, values));
      case Item.Space it -> memory.addAll(Collections.nCopies((int) space(it.count()), 0L));
    }
  }

  private void datum(Item.Datum datum, Values values) {
    switch (datum) {
      case Item.Datum.Text(String text) ->
          text.codePoints().forEach(point -> memory.add(program.word().wrap(point)));
      case Item.Datum.Value(Expression expression) ->
          memory.add(word(Operand.Kind.VALUE, expression, values));
    }
  }

  private void instruction(Item.Instruction it, long address, Values values) {
    List<Long> operands = new ArrayList<>();
    List<Operand.Kind> kinds = it.operation().operands();
    for (int i = 0; i < it.operands().size(); i++) {
      switch (it.operands().get(i)) {
        case Operand.Register(int number, _) -> operands.add((long) number);
        case Operand.Value(Expression expression) ->
            operands.add(word(kinds.get(i), expression, values));
        case Operand.Indexed(Expression offset, int register, _) -> {
          operands.add(word(Operand.Kind.VALUE, offset, values));
          operands.add((long) register);
        }
        case Operand.Function(String name, Place place) -> operands.add(function(name, place));
      }
    }
    if (operands.size() < kinds.size() && it.operands().size() < kinds.size()) {
      operands.add(address + (dialect.unified() ? kinds.size() : 1));
    }
    code.add(new Image.Coded(it.operation().name(), address, operands, it.place().span()));
    if (dialect.unified()) {
      memory.addAll(operands);
    }
  }

  private long function(String name, Place place) {
    List<String> names = functions.stream().map(Item.Function::name).toList();
    if (!names.contains(name)) {
      error(
          AssemblyProblem.UNKNOWN_NAME,
          place,
          "unknown function `" + name + "`",
          suggestion(name, names, ".function"));
    }
    return names.indexOf(name);
  }

  private long word(Operand.Kind kind, Expression expression, Values values) {
    BigInteger value = values.constant(expression);
    Word word = program.word();
    long least = least(kind);
    long most = most(kind);
    boolean fits =
        kind == Operand.Kind.VALUE
            ? word.holds(value)
            : value.compareTo(BigInteger.valueOf(least)) >= 0
                && value.compareTo(BigInteger.valueOf(most)) <= 0;
    if (!fits) {
      String what = value.toString();
      what = what.equals(expression.print()) || what.length() > 20 ? "" : " (" + what + ")";
      error(
          kind == Operand.Kind.VALUE ? AssemblyProblem.WORD : AssemblyProblem.ADDRESS,
          expression.place(),
          kind == Operand.Kind.VALUE
              ? "`" + expression.print() + "` does not fit into " + word.bits() + " bits"
              : "expected an address from %d to %d, found `%s`%s"
                  .formatted(least, most, expression.print(), what),
          kind == Operand.Kind.VALUE
              ? "Use wider words (`.width`)."
              : "Name a cell or an instruction that there is.");
    }
    return word.wrap(value);
  }

  private long least(Operand.Kind kind) {
    return switch (kind) {
      case CELL -> dialect.least();
      case TARGET -> dialect.unified() ? program.word().least() : 0;
      default -> program.word().least();
    };
  }

  private long most(Operand.Kind kind) {
    return kind == Operand.Kind.TARGET && !dialect.unified()
        ? instructions
        : program.word().greatest();
  }

  private void error(AssemblyProblem problem, Place place, String message, String hint) {
    errors.add(Diagnostic.error(problem, place.spanOrStart(), message, hint));
  }

  private static String suggestion(String name, List<String> known, String what) {
    return Nearest.to(name, known)
        .map(it -> "Did you mean `" + it + "`?")
        .orElse("Define it with `" + what + "`.");
  }

  /// Values where `here` is the address of the statement.
  private final class Values implements Expression.Names {
    private final long here;
    private final Collection<String> known;

    Values(long here, Collection<String> known) {
      this.here = here;
      this.known = known;
    }

    BigInteger constant(Expression expression) {
      try {
        return expression.value(this);
      } catch (Expression.DivisionByZero e) {
        error(
            AssemblyProblem.DIVISION_BY_ZERO,
            e.place(),
            e.getMessage(),
            "Divide by something else.");
        return BigInteger.ZERO;
      }
    }

    /// Reports unknown names in a function, which has a value only once it is called.
    void check(Expression body) {
      switch (body) {
        case Expression.Name it -> value(it);
        case Expression.Minus it -> check(it.operand());
        case Expression.Binary it -> {
          check(it.left());
          check(it.right());
        }
        case Expression.Here it ->
            error(
                AssemblyProblem.FUNCTION,
                it.place(),
                "a function has no address",
                "Use `x` and `y` only.");
        case Expression.Numeral _, Expression.Letter _ -> {}
      }
    }

    @Override
    public BigInteger value(Expression.Name name) {
      if (!known.contains(name.name())) {
        error(
            AssemblyProblem.UNKNOWN_NAME,
            name.place(),
            "unknown name `" + name.name() + "`",
            Nearest.to(name.name(), known)
                .map(it -> "Did you mean `" + it + "`?")
                .orElse(
                    known.isEmpty()
                        ? "Only numbers can stand here."
                        : "Define it: write `" + name.name() + ":` before what it names."));
        return BigInteger.ZERO;
      }
      return BigInteger.valueOf(labels.getOrDefault(name.name(), 0L));
    }

    @Override
    public BigInteger here() {
      return BigInteger.valueOf(here);
    }
  }
}
