package dev.lockstep.mu.exact;

import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.mu.code.Flow;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.machine.Faults;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.value.Builtins;
import dev.lockstep.mu.value.Heap;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.mu.value.Stopped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// The steps of the exact engine that make or change lists, maps and sets; see `ExactSteps`.
final class ExactTables {
  private static final MuValue PRESENT = new MuValue.BoolValue(true);

  private ExactTables() {}

  /// The list is `given`; `old` is what its variable held.
  static long newList(MuValue[] elements, MuValue old, long frame, int site, ExactRun run) {
    String variable = ((MuInstruction.NewList) run.at(site)).variable();
    return list(variable, Arrays.asList(elements), old, frame, site, run);
  }

  private static long list(
      String variable,
      Collection<MuValue> elements,
      MuValue old,
      long frame,
      int site,
      ExactRun run) {
    run.spend(site);
    ArrayList<MuValue> list = new ArrayList<>(Math.max(10, elements.size()));
    for (MuValue element : elements) {
      list.add(element);
      run.use(element.cells());
    }
    int id = run.heap.add(list);
    run.given = new MuValue.ListRef(id);
    long change = run.rebind(old, run.given);
    if (run.watched()) {
      int next = Flow.next(run.at(site));
      run.tell(site, new MuDelta.NewList(variable, id, List.copyOf(list), next));
    }
    run.check();
    return frame + change;
  }

  /// The map or set is `given`. `entries` are the elements of a set; of a map, keys and values in
  /// turn.
  static long newTable(MuValue[] entries, MuValue old, long frame, int site, ExactRun run) {
    MuInstruction.NewTable it = (MuInstruction.NewTable) run.at(site);
    List<MuValue> keys = new ArrayList<>();
    List<MuValue> values = new ArrayList<>();
    for (int i = 0; i < entries.length; i++) {
      (it.set() || i % 2 == 0 ? keys : values).add(entries[i]);
    }
    return table(it.variable(), it.set(), keys, values, old, frame, site, run);
  }

  private static long table(
      String variable,
      boolean set,
      List<MuValue> keys,
      List<MuValue> values,
      MuValue old,
      long frame,
      int site,
      ExactRun run) {
    run.spend(site);
    MutableTable table = new MutableTable(set);
    for (int i = 0; i < keys.size(); i++) {
      run.use(table.put(keys.get(i), set ? PRESENT : values.get(i)));
    }
    int id = run.heap.add(table);
    run.given = new MuValue.TableRef(id);
    long change = run.rebind(old, run.given);
    if (run.watched()) {
      int next = Flow.next(run.at(site));
      run.tell(site, new MuDelta.NewTable(variable, id, set, keys, values, next));
    }
    run.check();
    return frame + change;
  }

  /// The list or set of what `from` holds is `given`.
  static long gather(MuValue from, MuValue old, long frame, int site, ExactRun run) {
    MuInstruction.Gather it = (MuInstruction.Gather) run.at(site);
    return it.what() == MuBuiltin.SET_OF
        ? table(
            it.variable(), true, List.copyOf(run.heap.list(from)), List.of(), old, frame, site, run)
        : list(
            it.variable(),
            Builtins.gathered(it.what(), run.heap.table(from)),
            old,
            frame,
            site,
            run);
  }

  static void setElement(MuValue holder, MuValue index, MuValue value, int site, ExactRun run) {
    MuInstruction.SetElement it = (MuInstruction.SetElement) run.at(site);
    if (holder instanceof MuValue.TableRef(int id)) {
      put(id, index, value, it.next(), site, run);
      return;
    }
    List<MuValue> elements = run.heap.list(holder);
    int position = Heap.position(elements, index, it.span());
    run.spend(site);
    MuValue old = elements.set(position, value);
    run.use(value.cells() - old.cells());
    if (run.watched()) {
      run.tell(site, new MuDelta.SetElement(Heap.id(holder), position, value, it.next()));
    }
    run.check();
  }

  private static void put(int id, MuValue key, MuValue value, int next, int site, ExactRun run) {
    run.spend(site);
    run.use(run.heap.table(id).put(key, value));
    if (run.watched()) {
      run.tell(site, new MuDelta.Put(id, key, value, next));
    }
    run.check();
  }

  static void push(MuValue holder, MuValue value, int site, ExactRun run) {
    MuInstruction.Push it = (MuInstruction.Push) run.at(site);
    if (holder instanceof MuValue.TableRef(int id)) {
      put(id, value, PRESENT, it.next(), site, run);
      return;
    }
    run.spend(site);
    run.heap.list(holder).add(value);
    run.use(value.cells());
    if (run.watched()) {
      run.tell(site, new MuDelta.Push(Heap.id(holder), value, it.next()));
    }
    run.check();
  }

  /// The element is `given`; `old` is what the variable held that gets it.
  static long pop(MuValue list, MuValue old, long frame, int site, ExactRun run) {
    List<MuValue> elements = run.heap.list(list);
    MuInstruction.Pop it = (MuInstruction.Pop) run.at(site);
    if (elements.isEmpty()) {
      throw new Stopped("pop from an empty list", it.span());
    }
    run.spend(site);
    run.given = elements.removeLast();
    run.use(-run.given.cells());
    long change = it.variable().isPresent() ? run.rebind(old, run.given) : 0;
    if (run.watched()) {
      run.tell(site, new MuDelta.Pop(Heap.id(list), it.variable(), run.given, it.next()));
    }
    run.check();
    return frame + change;
  }

  static void remove(MuValue holder, MuValue key, int site, ExactRun run) {
    MuInstruction.Remove it = (MuInstruction.Remove) run.at(site);
    int id = Heap.id(holder);
    MutableTable table = run.heap.table(id);
    if (!table.contains(key)) {
      throw Faults.nothingToRemove(run.heap.shown(key), it.span());
    }
    run.spend(site);
    run.use(table.remove(key));
    if (run.watched()) {
      run.tell(site, new MuDelta.Remove(id, key, it.next()));
    }
    run.check();
  }
}
