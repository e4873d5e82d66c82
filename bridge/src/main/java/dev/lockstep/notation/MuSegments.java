package dev.lockstep.notation;

import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.value.MuValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The tokens in sight that steps have said: those of the running call since its last turn began.
///
/// A call has its own; when it returns, the caller's come back in sight, with the result. So a
/// segment is as long as a piece of the program without loops, however long the run is.
final class MuSegments {
  private final MuLayout layout;
  private final MuWords words;
  private final Deque<List<Said>> callers = new ArrayDeque<>();
  private final Deque<Integer> calls = new ArrayDeque<>();
  private List<Said> said = new ArrayList<>();
  private Optional<Integer> turnBegan = Optional.empty();

  private record Said(int token, int role, int place) {}

  MuSegments(MuLayout layout, MuWords words) {
    this.layout = layout;
    this.words = words;
  }

  void add(int token, int role, int place) {
    said.add(new Said(token, role, place));
  }

  /// What is said from now on belongs to a new turn; the last one stays in sight until the step
  /// that begins the turn is whole, as that step says again what is still needed of it.
  void turn() {
    turnBegan = Optional.of(said.size());
  }

  /// Shows them to one who writes at place `asked` of a value.
  void show(Sight sight, int asked) {
    for (Said it : said) {
      MuDigits.show(sight, it.token, it.role, MuCells.SAID, it.place, asked);
    }
  }

  /// After the step that `delta` is, taken in `before`.
  void end(MuInstruction instruction, MuConfiguration before, MuDelta delta) {
    turnBegan.ifPresent(from -> said.subList(0, from).clear());
    turnBegan = Optional.empty();
    switch (delta) {
      case MuDelta.Extended it -> throw MuBeyond.met(it);
      case MuDelta.Enter it -> enter(it, instruction.site());
      case MuDelta.Return it -> leave(it, before);
      case MuDelta.Bind _,
          MuDelta.NewList _,
          MuDelta.SetElement _,
          MuDelta.Push _,
          MuDelta.Pop _,
          MuDelta.Branch _,
          MuDelta.StartRange _,
          MuDelta.StartWalk _,
          MuDelta.Turn _,
          MuDelta.EndLoop _,
          MuDelta.Print _,
          MuDelta.Held _ -> {}
    }
  }

  private void enter(MuDelta.Enter it, int site) {
    callers.push(said);
    calls.push(site);
    said = new ArrayList<>();
    it.arguments()
        .forEach(
            (name, value) -> {
              if (!(value instanceof MuValue.ListRef)) {
                value(value, layout.role(it.function(), name));
              }
            });
  }

  private void leave(MuDelta.Return it, MuConfiguration before) {
    if (callers.isEmpty()) {
      return;
    }
    said = callers.pop();
    int site = calls.pop();
    boolean awaited = before.callers().getFirst().awaits().isPresent();
    it.value()
        .filter(value -> awaited && !(value instanceof MuValue.ListRef))
        .ifPresent(value -> value(value, layout.resultRole(site)));
  }

  private void value(MuValue value, int role) {
    List<Integer> tokens = words.spell(value);
    for (int i = 0; i < tokens.size(); i++) {
      add(tokens.get(i), role, MuDigits.place(i, tokens.getFirst() == words.ref));
    }
  }
}
