package dev.lockstep.brainfuck;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.brainfuck.BrainfuckProgram;
import dev.lockstep.grammar.brainfuck.Step;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.words.Faults;
import dev.lockstep.words.Processor;
import dev.lockstep.words.Space;
import dev.lockstep.words.View;
import dev.lockstep.words.WordDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cells of a byte from 0 on, which wrap around, and a head, which is register 0. After the end of
/// the input `,` reads 0. A run is over behind the last sign.
final class BrainfuckProcessor implements Processor {
  static final int HEAD = 0;

  private static final int BYTE = 0xFF;

  private final List<Instruction> code = new ArrayList<>();

  /// @param partner of a bracket: where the run goes on when it jumps
  private record Instruction(char sign, int partner, Optional<Span> span) {}

  BrainfuckProcessor(BrainfuckProgram program) {
    add(program.steps());
  }

  private void add(List<Step> steps) {
    for (Step step : steps) {
      switch (step) {
        case Step.Sign(char sign, var place) -> code.add(new Instruction(sign, 0, place.span()));
        case Step.Loop(List<Step> body, var place) -> {
          int open = code.size();
          Optional<Span> first = place.span().map(it -> new Span(it.start(), it.start() + 1));
          Optional<Span> last = place.span().map(it -> new Span(it.end() - 1, it.end()));
          code.add(new Instruction('[', 0, first));
          add(body);
          code.add(new Instruction(']', open + 1, last));
          code.set(open, new Instruction('[', code.size(), first));
        }
      }
    }
  }

  int length() {
    return code.size();
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
      return Faults.at("jump to sign " + at, Optional.empty());
    }
    Instruction it = code.get((int) at);
    long head = view.register(HEAD);
    if (head < 0) {
      return Faults.at("no cell has the address " + head, it.span());
    }
    long cell = view.memory(head);
    return switch (it.sign()) {
      case '+' -> put(Space.MEMORY, head, cell + 1 & BYTE, at, it, head, cell);
      case '-' -> put(Space.MEMORY, head, cell - 1 & BYTE, at, it, head, cell);
      case '>' -> put(Space.REGISTER, HEAD, head + 1, at, it, head, cell);
      case '<' ->
          head == 0
              ? Faults.at("the head leaves the first cell to the left", it.span())
              : put(Space.REGISTER, HEAD, head - 1, at, it, head, cell);
      case '.' -> new Next.Do<>(new WordDelta.Emit(cell, at + 1), note(it, head, cell));
      case ',' ->
          view.hasInput()
              ? new Next.Do<>(
                  new WordDelta.Take(Space.MEMORY, head, view.input() & BYTE, at + 1),
                  note(it, head, cell))
              : put(Space.MEMORY, head, 0, at, it, head, cell);
      case '[' -> go(it, cell == 0 ? it.partner() : at + 1, head, cell);
      default -> go(it, cell == 0 ? at + 1 : it.partner(), head, cell);
    };
  }

  private static Next<WordDelta> put(
      Space space, long address, long value, long at, Instruction it, long head, long cell) {
    return new Next.Do<>(new WordDelta.Put(space, address, value, at + 1), note(it, head, cell));
  }

  private static Next<WordDelta> go(Instruction it, long next, long head, long cell) {
    return new Next.Do<>(new WordDelta.Go(next), note(it, head, cell));
  }

  private static Note note(Instruction it, long head, long cell) {
    return new Note(it.span(), List.of(new Note.Read("cell[" + head + "]", Value.of(cell))));
  }
}
