package dev.lockstep.mu;

import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// Seeded inputs of a program: candidates from the types of `main`'s parameters, of many magnitudes
/// and shapes, until one satisfies its `requires`.
final class MuInputs {
  private static final int MOST_TRIES = 10_000;
  private static final long MOST_STEPS = 20_000_000; // spent on all tries together

  private static final int[] ODD_POINTS = {' ', '-', 'Z', '7', 0xE9, 0x4E2D, 0x1F600};

  private final MuCode code;
  private final MuMachine machine;
  private final RandomGenerator random;
  private final int size;
  private long steps;

  /// `size` bounds the length of lists and the decimal digits of ints.
  MuInputs(MuProgram program, RandomGenerator random, int size) {
    this.code = MuCode.of(program);
    this.machine = new MuMachine(code);
    this.random = random;
    this.size = Math.max(0, size);
  }

  /// Throws `InputError`, naming the clause, where no candidate satisfies `requires`.
  Value input() {
    String refusal = "";
    int tries = 0;
    while (tries < MOST_TRIES && steps < MOST_STEPS) {
      Value candidate = candidate();
      Optional<String> refused = refusal(candidate);
      if (refused.isEmpty()) {
        return candidate;
      }
      refusal = refused.get();
      tries++;
    }
    throw new InputError(
        "found no input of size " + size + " in " + tries + " tries; the last: " + refusal);
  }

  /// Why `main` refuses the candidate: its `requires` clauses run, and nothing more.
  private Optional<String> refusal(Value candidate) {
    MuConfiguration now = machine.start(candidate);
    while (now.depth() > 1 || now.position() != code.body(MuProgram.MAIN)) {
      if (++steps >= MOST_STEPS) {
        return Optional.of("`requires` takes too many steps");
      }
      switch (machine.next(now)) {
        case Next.Do<MuDelta>(MuDelta delta, _) -> now = machine.apply(now, delta);
        case Next.Fail<MuDelta>(var fault) -> {
          return Optional.of(fault.message());
        }
        case Next.Garbled<MuDelta>(String why) -> throw new IllegalStateException(why);
        case Next.Halt<MuDelta>() -> throw new IllegalStateException("halted before its body");
      }
    }
    return Optional.empty();
  }

  private Value candidate() {
    Style style = new Style();
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    for (MuParameter parameter : code.parameters(MuProgram.MAIN)) {
      fields.put(parameter.name(), style.value(parameter.type()));
    }
    return new Value.Fields(fields);
  }

  /// What the values of one candidate have in common, so that conditions between them are often
  /// met: one length of all lists, one magnitude of all elements, one order.
  private final class Style {
    private final Magnitude ints = Magnitude.any(random);
    private final Magnitude elements = Magnitude.any(random);
    private final boolean oneLength = random.nextBoolean();
    private final int length = length();
    private final int letters = random.nextBoolean() ? 3 : 26;
    private final boolean sorted = random.nextInt(4) == 0;

    Value value(MuType type) {
      return switch (type) {
        case MuType.Int() -> new Value.Int(ints.draw(random, size));
        case MuType.Bool() -> new Value.Bool(random.nextBoolean());
        case MuType.ListOf(MuType element) -> list(element);
        case MuType.Text() -> new Value.Text(text(length()));
        case MuType.TupleOf(var parts) -> new Value.Items(parts.stream().map(this::value).toList());
        case MuType.RecordOf(String name) -> {
          SequencedMap<String, Value> fields = new LinkedHashMap<>();
          for (MuParameter field : code.program().record(name).orElseThrow().fields()) {
            fields.put(field.name(), value(field.type()));
          }
          yield new Value.Fields(fields);
        }
        case MuType.Option(MuType held) ->
            random.nextInt(3) == 0 ? new Value.Nothing() : value(held);
        case MuType.SetOf(MuType element) -> list(element);
        case MuType.MapOf(MuType.Text(), MuType held) -> {
          SequencedMap<String, Value> fields = new LinkedHashMap<>();
          for (int i = length(); i > 0; i--) {
            fields.put(text(1 + random.nextInt(3)), value(held));
          }
          yield new Value.Fields(fields);
        }
        case MuType.MapOf map -> list(new MuType.TupleOf(map.parts()));
        case MuType.Variable it -> throw new IllegalStateException("no parameter of type " + it);
      };
    }

    /// Small letters, few of them, so that parts are met again; now and then any code point.
    private String text(int length) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(
            random.nextInt(20) == 0 ? ODD_POINTS[random.nextInt(ODD_POINTS.length)] : letter());
      }
      return text.toString();
    }

    private int letter() {
      return 'a' + random.nextInt(letters);
    }

    private Value list(MuType type) {
      int count = oneLength ? length : length();
      Magnitude magnitude = elements.ofOneList(random);
      List<Value> values = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        values.add(
            type instanceof MuType.Int()
                ? new Value.Int(magnitude.draw(random, size))
                : value(type));
      }
      if (sorted && type instanceof MuType.Int()) {
        values.sort(Comparator.comparing(it -> ((Value.Int) it).value()));
      }
      return new Value.Items(values);
    }

    private int length() {
      return random.nextInt(4) == 0 ? size : random.nextInt(size + 1);
    }
  }

  /// From where ints are drawn.
  private sealed interface Magnitude {
    /// Between both, inclusive.
    record Between(int least, int most) implements Magnitude {}

    /// The same digit everywhere in a list: 0, 1 or 9.
    record Constant() implements Magnitude {}

    /// Up to as many decimal digits as the size allows.
    record Wide(boolean signed) implements Magnitude {}

    static Magnitude any(RandomGenerator random) {
      return switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> new Between(0, 9);
        case 4 -> new Between(0, 1);
        case 5 -> new Constant();
        case 6, 7 -> new Between(-9, 9);
        case 8 -> new Wide(false);
        default -> new Wide(true);
      };
    }

    default Magnitude ofOneList(RandomGenerator random) {
      int digit = extreme(random);
      return this instanceof Constant ? new Between(digit, digit) : this;
    }

    default BigInteger draw(RandomGenerator random, int size) {
      return switch (this) {
        case Between(int least, int most) -> BigInteger.valueOf(random.nextInt(least, most + 1));
        case Constant() -> BigInteger.valueOf(extreme(random));
        case Wide(boolean signed) -> {
          BigInteger number = digits(random, 1 + random.nextInt(Math.max(1, size)));
          yield signed && random.nextBoolean() ? number.negate() : number;
        }
      };
    }

    private static int extreme(RandomGenerator random) {
      return switch (random.nextInt(3)) {
        case 0 -> 0;
        case 1 -> 1;
        default -> 9;
      };
    }

    private static BigInteger digits(RandomGenerator random, int count) {
      StringBuilder text = new StringBuilder(count);
      for (int i = 0; i < count; i++) {
        text.append((char) ('0' + random.nextInt(10)));
      }
      return new BigInteger(text.toString());
    }
  }
}
