package dev.lockstep.notation;

import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuLoop;
import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.pcollections.PVector;

/// The list cells in sight: those around pointers, literal places, computed indices and ends.
///
/// Contents are looked up in the claimed configuration: the question where nothing was written, the
/// latest claim elsewhere.
final class MuCells {
  /// The relation of tokens that steps have said.
  static final int SAID = 0;

  private static final int ADDRESSED = 1;
  private static final int LAST = 2;
  private static final int LENGTH = 3;

  private final MuLayout layout;
  private final MuWords words;
  private final Map<String, List<Seen>> seen = new LinkedHashMap<>();
  private final int relations;
  private int most;

  /// A place of a list that is always in sight in its function.
  private record Seen(int role, String list, String variable, int offset, int relation) {}

  MuCells(MuLayout layout, MuWords words) {
    this.layout = layout;
    this.words = words;
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (MuAnchors.Window window : layout.anchors().windows()) {
      List<Seen> own = seen.computeIfAbsent(window.function(), _ -> new ArrayList<>());
      for (int offset = window.low(); offset <= window.high(); offset++) {
        String key = window.function() + " " + window.variable() + " " + offset;
        int relation = numbers.computeIfAbsent(key, _ -> LENGTH + 1 + numbers.size());
        int role = layout.role(window.function(), window.list());
        own.add(new Seen(role, window.list(), window.variable(), offset, relation));
      }
      most = Math.max(most, own.size());
    }
    relations = LENGTH + 1 + numbers.size();
  }

  /// The ways in which a slot can stand to the next token.
  int relations() {
    return relations;
  }

  /// The most cells in sight at once where every element is one token, ends and lengths included.
  int most() {
    return most + 4;
  }

  /// Shows the cells to one who writes at place `asked` of a value.
  void show(MuConfiguration now, Sight sight, int asked) {
    String function = now.frame().function();
    for (Seen it : seen.getOrDefault(function, List.of())) {
      OptionalLong place = place(now, it);
      if (place.isPresent()
          && now.frame().variables().get(it.list) instanceof MuValue.ListRef(int id)) {
        cell(now, id, place.getAsLong(), it.role, it.relation, sight, asked);
      }
    }
    for (String list : layout.anchors().lists(function)) {
      if (now.frame().variables().get(list) instanceof MuValue.ListRef(int id)) {
        PVector<MuValue> elements = now.heap().get(id);
        int role = layout.role(function, list);
        if (layout.anchors().popped(function, list)) {
          cell(now, id, elements.size() - 1L, role, LAST, sight, asked);
        }
        if (layout.anchors().measured(function, list)) {
          add(words.spell(MuValue.of(elements.size())), role, LENGTH, sight, asked);
        }
      }
    }
  }

  /// The cell that a computed index points at.
  void address(MuConfiguration now, String list, BigInteger index, Sight sight, int asked) {
    if (now.frame().variables().get(list) instanceof MuValue.ListRef(int id)) {
      long place = index.bitLength() > 62 ? Long.MAX_VALUE : index.longValue();
      int role = layout.role(now.frame().function(), list);
      cell(now, id, place, role, ADDRESSED, sight, asked);
    }
  }

  private void cell(
      MuConfiguration now, int id, long place, int role, int relation, Sight sight, int asked) {
    PVector<MuValue> elements = now.heap().get(id);
    if (place < 0) {
      sight.add(words.edge, role, relation, 0);
    } else if (place >= elements.size()) {
      sight.add(words.end, role, relation, 0);
    } else {
      add(words.spell(elements.get((int) place)), role, relation, sight, asked);
    }
  }

  private void add(List<Integer> tokens, int role, int relation, Sight sight, int asked) {
    boolean reference = tokens.getFirst() == words.ref;
    for (int i = 0; i < tokens.size(); i++) {
      int place = MuDigits.place(i, reference);
      MuDigits.show(sight, tokens.get(i), role, relation, place, asked);
    }
  }

  /// Where in its list a place is now: the turn that a loop is in, or the variable's value.
  private static OptionalLong place(MuConfiguration now, Seen it) {
    if (it.variable.isEmpty()) {
      return OptionalLong.of(it.offset);
    }
    if (it.variable.startsWith(MuPointer.END)) {
      String list = it.variable.substring(MuPointer.END.length());
      return now.frame().variables().get(list) instanceof MuValue.ListRef(int id)
          ? OptionalLong.of((long) now.heap().get(id).size() + it.offset)
          : OptionalLong.empty();
    }
    MuLoop loop = now.frame().loops().get(it.variable);
    if (loop instanceof MuLoop.Counting(BigInteger upcoming, _)) {
      return at(upcoming, it.offset - 1);
    }
    if (loop instanceof MuLoop.Walking(_, int upcoming, _)) {
      return OptionalLong.of(upcoming - 1L + it.offset);
    }
    return now.frame().variables().get(it.variable) instanceof MuValue.IntValue(BigInteger value)
        ? at(value, it.offset)
        : OptionalLong.empty();
  }

  private static OptionalLong at(BigInteger base, int offset) {
    return base.bitLength() > 62
        ? OptionalLong.empty()
        : OptionalLong.of(base.longValue() + offset);
  }
}
