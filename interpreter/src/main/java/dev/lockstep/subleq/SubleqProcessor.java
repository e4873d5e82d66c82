package dev.lockstep.subleq;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.subleq.Subleq;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.words.Faults;
import dev.lockstep.words.Processor;
import dev.lockstep.words.Space;
import dev.lockstep.words.View;
import dev.lockstep.words.WordDelta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Takes the word at `a` from the one at `b` and goes on at `c` unless that leaves it above 0.
/// Going on at -1 is the halt; at another address below 0 is a fault.
final class SubleqProcessor implements Processor {
  private static final long HALT = -1;

  private final Word word;
  private final List<Optional<Span>> spans; // by address

  SubleqProcessor(Image image) {
    word = image.word();
    spans = new ArrayList<>(Collections.nCopies(image.memory().size(), Optional.empty()));
    image.code().forEach(it -> spans.set((int) it.address(), it.span()));
  }

  @Override
  public boolean halts(long position) {
    return position == HALT;
  }

  @Override
  public Optional<Span> span(long position) {
    return position >= 0 && position < spans.size() ? spans.get((int) position) : Optional.empty();
  }

  @Override
  public Next<WordDelta> next(View view) {
    long at = view.position();
    if (at == HALT) {
      return new Next.Halt<>();
    }
    if (at < 0) {
      return Faults.at("jump to address " + at, Optional.empty());
    }
    if (at > word.greatest() - 2) {
      return Faults.at("the instruction at " + at + " goes beyond the memory", Optional.empty());
    }
    Optional<Span> span = span(at);
    long a = view.memory(at);
    long b = view.memory(at + 1);
    long next = at + 3;
    if (a < Subleq.PORT || b < Subleq.PORT) {
      return Faults.at("no cell has the address " + Math.min(a, b), span);
    }
    if (a == Subleq.PORT) {
      return input(view, b, next, span);
    }
    long taken = view.memory(a);
    if (b == Subleq.PORT) {
      return new Next.Do<>(new WordDelta.Emit(taken, next), note(span, a, taken));
    }
    long from = view.memory(b);
    long value = word.wrap(from - taken);
    long goal = value <= 0 ? view.memory(at + 2) : next;
    Note note =
        new Note(
            span,
            List.of(
                new Note.Read("memory[" + a + "]", Value.of(taken)),
                new Note.Read("memory[" + b + "]", Value.of(from))));
    return new Next.Do<>(new WordDelta.Put(Space.MEMORY, b, value, goal), note);
  }

  private static Next<WordDelta> input(View view, long b, long next, Optional<Span> span) {
    if (b == Subleq.PORT) {
      return Faults.at("the input cannot be written to the output at once", span);
    }
    return view.hasInput()
        ? new Next.Do<>(
            new WordDelta.Take(Space.MEMORY, b, view.input(), next), new Note(span, List.of()))
        : Faults.inputEnded(span);
  }

  private static Note note(Optional<Span> span, long address, long value) {
    return new Note(span, List.of(new Note.Read("memory[" + address + "]", Value.of(value))));
  }
}
