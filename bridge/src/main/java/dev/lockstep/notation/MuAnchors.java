package dev.lockstep.notation;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which cells of which lists a program's syntax makes visible, and which loop variables are
/// *pointers*.
///
/// A pointer is the variable of a `for i in a..len(xs)` that is used in `ys[i]`, `ys[i + 1]`, … and
/// nowhere else: its value is a place, not a datum. It is never spelt; the host moves it. The
/// length of a list that bounds such a loop is not spelt either: the mark at the list's end shows
/// it.
final class MuAnchors {
  /// Cells of `list` around the value of `variable` from `low` to `high`; an empty variable stands
  /// for 0.
  record Window(String function, String list, String variable, int low, int high) {}

  private record Key(String function, String list, String variable) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return (function + " " + list + " " + variable)
          .compareTo(other.function + " " + other.list + " " + other.variable);
    }
  }

  private final MuCode code;
  private final Set<String> pointers = new HashSet<>();
  private final Set<String> measured = new HashSet<>();
  private final Set<String> popped = new HashSet<>();
  private final TreeMap<Key, int[]> windows = new TreeMap<>();

  MuAnchors(MuCode code) {
    this.code = code;
    findPointers();
    for (MuInstruction instruction : code.instructions()) {
      String function = instruction.origin().function();
      for (Formula formula : spelt(instruction)) {
        look(function, formula.expression());
      }
      lookAt(instruction, function);
    }
  }

  /// Whether tokens never say the value of this loop variable.
  boolean pointer(String function, String variable) {
    return pointers.contains(key(function, variable));
  }

  /// The formulas whose reads are spelt: not the end of a pointer's loop.
  private List<Formula> spelt(MuInstruction instruction) {
    return instruction instanceof MuInstruction.StartRange it
            && pointer(it.origin().function(), it.variable())
        ? List.of(it.from())
        : MuTypes.formulas(instruction);
  }

  /// All windows, in a fixed order.
  List<Window> windows() {
    List<Window> all = new ArrayList<>();
    windows.forEach(
        (key, range) ->
            all.add(new Window(key.function, key.list, key.variable, range[0], range[1])));
    return all;
  }

  /// Whether the program takes the length of the list as a number.
  boolean measured(String function, String list) {
    return measured.contains(key(function, list));
  }

  /// Whether the program takes the last element off the list.
  boolean popped(String function, String list) {
    return popped.contains(key(function, list));
  }

  /// The lists whose length or last element the program takes.
  SortedSet<String> lists(String function) {
    SortedSet<String> lists = new TreeSet<>();
    for (Set<String> taken : List.of(measured, popped)) {
      for (String key : taken) {
        if (key.startsWith(function + " ")) {
          lists.add(key.substring(function.length() + 1));
        }
      }
    }
    return lists;
  }

  private static String key(String function, String name) {
    return function + " " + name;
  }

  /// Starts from all loops over lengths and drops those whose variable is a datum somewhere.
  private void findPointers() {
    Set<String> loose = new HashSet<>();
    Set<String> changing = new HashSet<>();
    for (MuInstruction instruction : code.instructions()) {
      String function = instruction.origin().function();
      switch (instruction) {
        case MuInstruction.Extended it -> throw MuBeyond.met(it);
        case MuInstruction.StartRange it -> {
          pointers.add(key(function, it.variable()));
          MuUses.loose(it.to().expression(), name -> loose.add(key(function, name)));
          if (MuPointer.of(it.from().expression()).isEmpty()) {
            MuUses.loose(it.from().expression(), name -> loose.add(key(function, name)));
          }
        }
        case MuInstruction.SetElement it -> {
          MuUses.loose(it.list().expression(), name -> loose.add(key(function, name)));
          MuUses.loose(it.value().expression(), name -> loose.add(key(function, name)));
          if (MuPointer.of(it.index().expression()).isEmpty()) {
            MuUses.loose(it.index().expression(), name -> loose.add(key(function, name)));
          }
        }
        case MuInstruction other -> {
          for (Formula formula : MuTypes.formulas(other)) {
            MuUses.loose(formula.expression(), name -> loose.add(key(function, name)));
          }
          changed(other).ifPresent(list -> changing.add(key(function, list)));
        }
      }
    }
    pointers.removeAll(loose);
    for (boolean dropped = true; dropped; ) {
      dropped = false;
      for (MuInstruction instruction : code.instructions()) {
        if (instruction instanceof MuInstruction.StartRange it) {
          dropped |= drop(it, changing);
        }
      }
    }
  }

  private boolean drop(MuInstruction.StartRange it, Set<String> changing) {
    String function = it.origin().function();
    boolean fits =
        MuEnds.bound(it.to())
            .filter(end -> !changing.contains(key(function, end.list())))
            .isPresent();
    boolean dropped = !fits && pointers.remove(key(function, it.variable()));
    if (!pointers.contains(key(function, it.variable()))) {
      // Its start is a number, and so is what the start is made of.
      Optional<MuPointer> from = MuPointer.of(it.from().expression());
      dropped |=
          from.filter(pointer -> pointers.remove(key(function, pointer.variable()))).isPresent();
    }
    return dropped;
  }

  private static Optional<String> changed(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Extended it -> throw MuBeyond.met(it);
      case MuInstruction.Push it -> MuEnds.name(it.list().expression());
      case MuInstruction.Pop it -> MuEnds.name(it.list().expression());
      case MuInstruction.Bind it -> Optional.of(it.variable());
      case MuInstruction.NewList it -> Optional.of(it.variable());
      case MuInstruction.SetElement _,
          MuInstruction.Branch _,
          MuInstruction.StartRange _,
          MuInstruction.StartWalk _,
          MuInstruction.Turn _,
          MuInstruction.Call _,
          MuInstruction.Return _,
          MuInstruction.Print _,
          MuInstruction.Assert _,
          MuInstruction.Require _ ->
          Optional.empty();
    };
  }

  private void lookAt(MuInstruction instruction, String function) {
    switch (instruction) {
      case MuInstruction.Extended it -> throw MuBeyond.met(it);
      case MuInstruction.SetElement it ->
          MuEnds.name(it.list().expression())
              .ifPresent(list -> around(function, list, it.index().expression()));
      case MuInstruction.StartRange it -> {
        if (pointer(function, it.variable())) {
          MuEnds.bound(it.to())
              .ifPresent(end -> see(function, end.list(), it.variable(), 1 + end.minus()));
        }
      }
      case MuInstruction.StartWalk it ->
          MuEnds.name(it.list().expression())
              .ifPresent(list -> see(function, list, it.variable(), 1));
      case MuInstruction.Pop it ->
          MuEnds.name(it.list().expression()).ifPresent(list -> popped.add(key(function, list)));
      case MuInstruction.Bind _,
          MuInstruction.NewList _,
          MuInstruction.Push _,
          MuInstruction.Branch _,
          MuInstruction.Turn _,
          MuInstruction.Call _,
          MuInstruction.Return _,
          MuInstruction.Print _,
          MuInstruction.Assert _,
          MuInstruction.Require _ -> {}
    }
  }

  private void look(String function, MuExpression expression) {
    switch (expression) {
      case MuExpression.Extended it -> throw MuBeyond.met(it);
      case MuExpression.Index it -> {
        MuEnds.name(it.list()).ifPresent(list -> around(function, list, it.index()));
        look(function, it.list());
        look(function, it.index());
      }
      case MuExpression.Call it -> measure(function, it);
      case MuExpression.Binary it when MuEnds.meetsEnd(it).isPresent() -> {
        MuEnds.Meeting meeting = MuEnds.meetsEnd(it).orElseThrow();
        MuPointer place = meeting.place();
        see(function, meeting.list(), place.variable(), place.offset());
        see(function, meeting.list(), place.variable(), place.offset() - 1);
      }
      case MuExpression.Binary it -> {
        look(function, it.left());
        look(function, it.right());
      }
      case MuExpression.Prefix it -> look(function, it.operand());
      case MuExpression.Int _, MuExpression.Bool _, MuExpression.Name _, MuExpression.ListOf _ -> {}
    }
  }

  private void measure(String function, MuExpression.Call it) {
    MuEnds.name(it.arguments().getFirst()).ifPresent(list -> measured.add(key(function, list)));
  }

  private void around(String function, String list, MuExpression index) {
    MuPointer.of(index)
        .ifPresent(
            pointer -> {
              see(function, list, pointer.variable(), pointer.offset());
              if (!pointer.literal()) {
                see(function, list, pointer.variable(), -1);
                see(function, list, pointer.variable(), 1);
              }
            });
  }

  private void see(String function, String list, String variable, int offset) {
    int[] range =
        windows.computeIfAbsent(new Key(function, list, variable), _ -> new int[] {offset, offset});
    range[0] = Math.min(range[0], offset);
    range[1] = Math.max(range[1], offset);
  }
}
