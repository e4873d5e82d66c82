package dev.lockstep.grammar.pushdown;

import dev.lockstep.grammar.Place;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// In state `from`, where the input and the stacks look so, push and go on in state `to`.
///
/// @param tops what stands on top of each stack
/// @param pushes what is pushed on each, as code points, the first on top
public record PushdownRule(
    StateName from,
    Look read,
    List<Look> tops,
    StateName to,
    List<List<Integer>> pushes,
    Place place) {
  public PushdownRule {
    tops = List.copyOf(tops);
    pushes = pushes.stream().map(List::copyOf).toList();
  }

  public int stacks() {
    return tops.size();
  }

  /// Whether both rules apply in some configuration.
  public boolean overlaps(PushdownRule other) {
    return from.equals(other.from)
        && read.overlaps(other.read)
        && IntStream.range(0, tops.size()).allMatch(i -> tops.get(i).overlaps(other.tops.get(i)));
  }

  /// As in a file: `open: a, - -> open, A`.
  @Override
  public String toString() {
    return from.name()
        + ": "
        + read.written("end")
        + tops.stream().map(top -> ", " + top.written("bottom")).collect(Collectors.joining())
        + " -> "
        + to.name()
        + pushes.stream().map(push -> ", " + written(push)).collect(Collectors.joining());
  }

  private static String written(List<Integer> push) {
    return push.isEmpty() ? "-" : push.stream().map(Look::written).collect(Collectors.joining(" "));
  }
}
