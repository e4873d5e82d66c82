package dev.lockstep.fleq;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.assembly.Expression;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.fleq.Fleq;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.words.Faults;
import dev.lockstep.words.Processor;
import dev.lockstep.words.Space;
import dev.lockstep.words.View;
import dev.lockstep.words.WordDelta;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a function of two words into a third and goes on at the target unless the flag is above 0
/// then. A run is over behind the last instruction.
final class FleqProcessor implements Processor {
  private final Word word;
  private final List<Image.Coded> code;
  private final List<Expression> functions;

  FleqProcessor(Image image) {
    word = image.word();
    code = image.code();
    functions = image.functions().stream().map(it -> it.body()).toList();
  }

  @Override
  public boolean halts(long position) {
    return position == code.size();
  }

  @Override
  public Optional<Span> span(long position) {
    return position >= 0 && position < code.size()
        ? code.get((int) position).span()
        : Optional.empty();
  }

  @Override
  public Next<WordDelta> next(View view) {
    long at = view.position();
    if (halts(at)) {
      return new Next.Halt<>();
    }
    if (at < 0 || at > code.size()) {
      return Faults.at("jump to instruction " + at, Optional.empty());
    }
    Image.Coded it = code.get((int) at);
    boolean input = it.operand(1) == Fleq.PORT || it.operand(2) == Fleq.PORT;
    if (input && !view.hasInput()) {
      return Faults.inputEnded(it.span());
    }
    List<Note.Read> reads = new ArrayList<>();
    long x = read(view, it.operand(1), reads);
    long y = read(view, it.operand(2), reads);
    long value;
    try {
      value = word.wrap(functions.get(it.register(0)).value(new Arguments(x, y)));
    } catch (Expression.DivisionByZero e) {
      return Faults.at(e.getMessage(), it.span());
    }
    long c = it.operand(3);
    long flag = it.operand(4);
    long tested = flag == c ? value : view.memory(flag);
    long next = tested <= 0 ? it.operand(5) : at + 1;
    return new Next.Do<>(delta(input, c, value, next), new Note(it.span(), reads));
  }

  private static WordDelta delta(boolean input, long c, long value, long next) {
    if (c == Fleq.PORT) {
      return new WordDelta.Emit(value, next);
    }
    return input
        ? new WordDelta.Take(Space.MEMORY, c, value, next)
        : new WordDelta.Put(Space.MEMORY, c, value, next);
  }

  private static long read(View view, long address, List<Note.Read> reads) {
    boolean port = address == Fleq.PORT;
    long value = port ? view.input() : view.memory(address);
    reads.add(new Note.Read(port ? "input" : "memory[" + address + "]", Value.of(value)));
    return value;
  }

  private record Arguments(long x, long y) implements Expression.Names {
    @Override
    public BigInteger value(Expression.Name name) {
      return BigInteger.valueOf(name.name().equals("x") ? x : y);
    }

    @Override
    public BigInteger here() {
      throw new IllegalStateException("a function has no address: not checked");
    }
  }
}
