package dev.lockstep.mu.machine;

import dev.lockstep.mu.value.MuTable;
import dev.lockstep.mu.value.MuValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.PMap;
import org.pcollections.PStack;
import org.pcollections.PVector;

/// All there is to know at one instant of a run; persistent, so that a step costs O(log size).
///
/// @param frame the running call
/// @param callers the calls that wait for it, the innermost first
/// @param heap lists by number; a list is never reclaimed
/// @param tables maps and sets by number; none is ever reclaimed
/// @param nextId the number of the next new list, map or set
/// @param printed lines printed so far
/// @param cells memory cells in use: variables of all frames and slots of all lists
/// @param halted whether `main` has returned
/// @param result what `main` returned, if anything
public record MuConfiguration(
    MuFrame frame,
    PStack<MuFrame> callers,
    PMap<Integer, PVector<MuValue>> heap,
    PMap<Integer, MuTable> tables,
    int nextId,
    long printed,
    long cells,
    boolean halted,
    Optional<MuValue> result) {

  public int position() {
    return frame.position();
  }

  /// Call frames in use.
  public int depth() {
    return callers.size() + 1;
  }

  MuConfiguration with(MuFrame changed) {
    return new MuConfiguration(
        changed,
        callers,
        heap,
        tables,
        nextId,
        printed,
        cells + changed.cells() - frame.cells(),
        halted,
        result);
  }

  /// With list `id` holding `elements`, which have `change` cells more than what it held.
  MuConfiguration with(int id, PVector<MuValue> elements, long change) {
    return new MuConfiguration(
        frame,
        callers,
        heap.plus(id, elements),
        tables,
        Math.max(nextId, id + 1),
        printed,
        cells + change,
        halted,
        result);
  }

  /// With the map or set `id` changed to `table`, which has `change` cells more than before.
  MuConfiguration with(int id, MuTable table, long change) {
    return new MuConfiguration(
        frame,
        callers,
        heap,
        tables.plus(id, table),
        Math.max(nextId, id + 1),
        printed,
        cells + change,
        halted,
        result);
  }

  MuConfiguration enter(MuFrame caller, MuFrame callee) {
    return new MuConfiguration(
        callee,
        callers.plus(caller),
        heap,
        tables,
        nextId,
        printed,
        cells + callee.cells(),
        halted,
        result);
  }

  /// Back in the innermost caller, which becomes `resumed`.
  MuConfiguration leave(MuFrame resumed) {
    long change = resumed.cells() - callers.getFirst().cells() - frame.cells();
    return new MuConfiguration(
        resumed, callers.minus(0), heap, tables, nextId, printed, cells + change, halted, result);
  }

  MuConfiguration printedLine() {
    return new MuConfiguration(
        frame, callers, heap, tables, nextId, printed + 1, cells, halted, result);
  }

  MuConfiguration halt(Optional<MuValue> answer) {
    return new MuConfiguration(
        frame.at(MuDelta.END), callers, heap, tables, nextId, printed, cells, true, answer);
  }

  /// One line for people: the running call, its callers, the lists: `gcd@4 x=3 y=6 < main@10 |
  /// #0=[1]`.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(frame.toString());
    callers.forEach(caller -> text.append(" < ").append(caller));
    if (!heap.isEmpty() || !tables.isEmpty()) {
      text.append(" |");
      Map<Integer, Object> all = new TreeMap<>(heap);
      all.putAll(tables);
      all.forEach((id, held) -> text.append(" #").append(id).append('=').append(held));
    }
    result.ifPresent(value -> text.append(" => ").append(value));
    return text.toString();
  }
}
