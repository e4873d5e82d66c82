package dev.lockstep.register;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.register.RegisterOperation;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.words.Faults;
import dev.lockstep.words.Processor;
import dev.lockstep.words.Space;
import dev.lockstep.words.View;
import dev.lockstep.words.WordDelta;
import java.util.List;
import java.util.Optional;
import java.util.function.LongBinaryOperator;

/// The register machine's instructions, decoded once. Register 0 is always 0.
final class RegisterProcessor implements Processor {
  private final Word word;
  private final Instruction[] code;

  /// One instruction; what an operation does not use is 0.
  ///
  /// @param d the register written, or the first one read
  /// @param value a constant, an offset or a target
  private record Instruction(
      RegisterOperation operation, int d, int a, int b, long value, Optional<Span> span) {
    static Instruction of(Image.Coded coded) {
      RegisterOperation operation = RegisterOperation.of(coded.name());
      return switch (operation) {
        case SET, JAL -> of(operation, coded, coded.register(0), 0, 0, coded.operand(1));
        case ADD, SUB, MUL, DIV, REM ->
            of(operation, coded, coded.register(0), coded.register(1), coded.register(2), 0);
        case LOAD, STORE ->
            of(operation, coded, coded.register(0), coded.register(2), 0, coded.operand(1));
        case BEQ, BNE, BLT ->
            of(operation, coded, 0, coded.register(0), coded.register(1), coded.operand(2));
        case JR, OUT -> of(operation, coded, 0, coded.register(0), 0, 0);
        case IN -> of(operation, coded, coded.register(0), 0, 0, 0);
        case HALT -> of(operation, coded, 0, 0, 0, 0);
      };
    }

    private static Instruction of(
        RegisterOperation operation, Image.Coded coded, int d, int a, int b, long value) {
      return new Instruction(operation, d, a, b, value, coded.span());
    }
  }

  RegisterProcessor(Image image) {
    word = image.word();
    code = image.code().stream().map(Instruction::of).toArray(Instruction[]::new);
  }

  @Override
  public boolean halts(long position) {
    return isInstruction(position) && code[(int) position].operation() == RegisterOperation.HALT;
  }

  @Override
  public Optional<Span> span(long position) {
    return isInstruction(position) ? code[(int) position].span() : Optional.empty();
  }

  private boolean isInstruction(long position) {
    return position >= 0 && position < code.length;
  }

  @Override
  public Next<WordDelta> next(View view) {
    long at = view.position();
    if (!isInstruction(at)) {
      return Faults.at(
          at == code.length ? "the program ends without `halt`" : "jump to instruction " + at,
          Optional.empty());
    }
    Instruction it = code[(int) at];
    return switch (it.operation()) {
      case SET -> set(it, it.value(), at + 1, Note.NONE);
      case ADD -> calculate(it, view, at, (a, b) -> a + b);
      case SUB -> calculate(it, view, at, (a, b) -> a - b);
      case MUL -> calculate(it, view, at, (a, b) -> a * b);
      case DIV -> divide(it, view, at, Math::floorDiv);
      case REM -> divide(it, view, at, Math::floorMod);
      case LOAD -> load(it, view, at);
      case STORE -> store(it, view, at);
      case BEQ -> branch(it, view, at, view.register(it.a()) == view.register(it.b()));
      case BNE -> branch(it, view, at, view.register(it.a()) != view.register(it.b()));
      case BLT -> branch(it, view, at, view.register(it.a()) < view.register(it.b()));
      case JAL -> set(it, at + 1, it.value(), Note.NONE);
      case JR -> go(it, view.register(it.a()), reads(view, it.a()));
      case IN ->
          view.hasInput()
              ? new Next.Do<>(
                  new WordDelta.Take(
                      Space.REGISTER, it.d(), it.d() == 0 ? 0 : view.input(), at + 1),
                  note(it, List.of()))
              : Faults.inputEnded(it.span());
      case OUT ->
          new Next.Do<>(
              new WordDelta.Emit(view.register(it.a()), at + 1), note(it, reads(view, it.a())));
      case HALT -> new Next.Halt<>();
    };
  }

  private Next<WordDelta> calculate(
      Instruction it, View view, long at, LongBinaryOperator operator) {
    long value = operator.applyAsLong(view.register(it.a()), view.register(it.b()));
    return set(it, word.wrap(value), at + 1, note(it, reads(view, it.a(), it.b())));
  }

  private Next<WordDelta> divide(Instruction it, View view, long at, LongBinaryOperator operator) {
    return view.register(it.b()) == 0
        ? Faults.at("division by zero", it.span())
        : calculate(it, view, at, operator);
  }

  private Next<WordDelta> load(Instruction it, View view, long at) {
    long address = word.wrap(view.register(it.a()) + it.value());
    if (address < 0) {
      return Faults.at("no cell has the address " + address, it.span());
    }
    long value = view.memory(address);
    Note.Read read = new Note.Read("memory[" + address + "]", Value.of(value));
    return set(it, value, at + 1, note(it, List.of(read)));
  }

  private Next<WordDelta> store(Instruction it, View view, long at) {
    long address = word.wrap(view.register(it.a()) + it.value());
    if (address < 0) {
      return Faults.at("no cell has the address " + address, it.span());
    }
    return new Next.Do<>(
        new WordDelta.Put(Space.MEMORY, address, view.register(it.d()), at + 1),
        note(it, reads(view, it.d(), it.a())));
  }

  private static Next<WordDelta> branch(Instruction it, View view, long at, boolean taken) {
    return go(it, taken ? it.value() : at + 1, reads(view, it.a(), it.b()));
  }

  private static Next<WordDelta> go(Instruction it, long next, List<Note.Read> reads) {
    return new Next.Do<>(new WordDelta.Go(next), note(it, reads));
  }

  /// What is written to register 0 is gone.
  private static Next<WordDelta> set(Instruction it, long value, long next, Note note) {
    return new Next.Do<>(
        it.d() == 0
            ? new WordDelta.Go(next)
            : new WordDelta.Put(Space.REGISTER, it.d(), value, next),
        note.span().isPresent() ? note : note(it, note.reads()));
  }

  private static Note note(Instruction it, List<Note.Read> reads) {
    return new Note(it.span(), reads);
  }

  private static List<Note.Read> reads(View view, int a) {
    return List.of(new Note.Read("r" + a, Value.of(view.register(a))));
  }

  private static List<Note.Read> reads(View view, int a, int b) {
    return List.of(
        new Note.Read("r" + a, Value.of(view.register(a))),
        new Note.Read("r" + b, Value.of(view.register(b))));
  }
}
