package dev.lockstep.mu.machine;

import dev.lockstep.mu.value.MuTable;
import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// Deltas applied to configurations, without the program. Throws `IllegalArgumentException`, saying
/// why, where a delta makes no sense.
final class MuReplay {
  private MuReplay() {}

  static MuConfiguration apply(MuConfiguration now, MuDelta delta) {
    refuseIf(now.halted(), "the run is over");
    refuseIf(delta.next() < 0 && !(delta instanceof MuDelta.Return), "a position below 0");
    return switch (delta) {
      case MuDelta.Bind(String variable, MuValue value, int next) ->
          now.with(now.frame().bind(variable, known(now, value)).at(next));
      case MuDelta.NewList it -> newList(now, it);
      case MuDelta.SetElement it -> setElement(now, it);
      case MuDelta.Push it -> push(now, it);
      case MuDelta.Pop it -> pop(now, it);
      case MuDelta.Branch(_, int next) -> now.with(now.frame().at(next));
      case MuDelta.Held(int next) -> now.with(now.frame().at(next));
      case MuDelta.Print(_, int next) -> now.with(now.frame().at(next)).printedLine();
      case MuDelta.StartRange(String variable, BigInteger from, BigInteger to, int next) ->
          start(now, variable, new MuLoop.Counting(from, to), next);
      case MuDelta.StartWalk(String variable, int id, int length, int next) -> {
        refuseIf(length(now, id) != length, "list " + id + " has another length");
        yield start(now, variable, new MuLoop.Walking(id, 0, length), next);
      }
      case MuDelta.Turn it -> turn(now, it);
      case MuDelta.EndLoop(String variable, int next) -> {
        refuseIf(turns(now, loop(now, variable)), "the loop of " + variable + " has turns left");
        yield now.with(now.frame().endLoop(variable).at(next));
      }
      case MuDelta.Break(String variable, int next) -> {
        loop(now, variable);
        yield now.with(now.frame().endLoop(variable).at(next));
      }
      case MuDelta.NewTable it -> newTable(now, it);
      case MuDelta.Put it -> put(now, it);
      case MuDelta.Remove it -> remove(now, it);
      case MuDelta.Enter it -> enter(now, it);
      case MuDelta.Return(Optional<MuValue> value, int next) -> leave(now, value, next);
    };
  }

  private static MuConfiguration newList(MuConfiguration now, MuDelta.NewList it) {
    refuseIf(it.id() != now.nextId(), "the next list is " + now.nextId() + ", not " + it.id());
    long cells = 0;
    for (MuValue element : it.elements()) {
      cells += known(now, element).cells();
    }
    MuValue list = new MuValue.ListRef(it.id());
    return now.with(it.id(), TreePVector.from(it.elements()), cells)
        .with(now.frame().bind(it.variable(), list).at(it.next()));
  }

  private static MuConfiguration newTable(MuConfiguration now, MuDelta.NewTable it) {
    refuseIf(it.id() != now.nextId(), "the next list is " + now.nextId() + ", not " + it.id());
    refuseIf(
        it.values().size() != (it.set() ? 0 : it.keys().size()), "values without keys, or keys");
    it.keys().forEach(key -> known(now, key));
    it.values().forEach(value -> known(now, value));
    MuTable table = MuTable.of(it.set(), it.keys(), it.values());
    return now.with(it.id(), table, table.cells())
        .with(now.frame().bind(it.variable(), new MuValue.TableRef(it.id())).at(it.next()));
  }

  private static MuConfiguration put(MuConfiguration now, MuDelta.Put it) {
    MuTable table = PersistentHeap.of(now).table(it.id());
    boolean present = it.value() instanceof MuValue.BoolValue(boolean truth) && truth;
    refuseIf(table.isSet() && !present, "an element of a set has no value but true");
    MuTable changed = table.put(known(now, it.key()), known(now, it.value()));
    return now.with(it.id(), changed, changed.cells(it.key()) - table.cells(it.key()))
        .with(now.frame().at(it.next()));
  }

  private static MuConfiguration remove(MuConfiguration now, MuDelta.Remove it) {
    MuTable table = PersistentHeap.of(now).table(it.id());
    refuseIf(!table.contains(it.key()), "no key " + it.key() + " to remove");
    return now.with(it.id(), table.remove(it.key()), -table.cells(it.key()))
        .with(now.frame().at(it.next()));
  }

  private static MuConfiguration setElement(MuConfiguration now, MuDelta.SetElement it) {
    PVector<MuValue> list = list(now, it.id());
    refuseIf(
        it.index() < 0 || it.index() >= list.size(), "no element " + it.index() + " to change");
    long change = known(now, it.value()).cells() - list.get(it.index()).cells();
    return now.with(it.id(), list.with(it.index(), it.value()), change)
        .with(now.frame().at(it.next()));
  }

  private static MuConfiguration push(MuConfiguration now, MuDelta.Push it) {
    PVector<MuValue> list = list(now, it.id());
    return now.with(it.id(), list.plus(known(now, it.value())), it.value().cells())
        .with(now.frame().at(it.next()));
  }

  private static MuConfiguration pop(MuConfiguration now, MuDelta.Pop it) {
    PVector<MuValue> list = list(now, it.id());
    refuseIf(list.isEmpty(), "list " + it.id() + " is empty");
    int last = list.size() - 1;
    refuseIf(!list.get(last).equals(it.value()), "another last element of list " + it.id());
    MuFrame frame =
        it.variable().map(variable -> now.frame().bind(variable, it.value())).orElse(now.frame());
    return now.with(it.id(), list.minus(last), -it.value().cells()).with(frame.at(it.next()));
  }

  private static MuConfiguration start(
      MuConfiguration now, String variable, MuLoop loop, int next) {
    refuseIf(now.frame().loops().containsKey(variable), variable + " has a loop already");
    return now.with(now.frame().loop(variable, loop).at(next));
  }

  private static MuConfiguration turn(MuConfiguration now, MuDelta.Turn it) {
    MuLoop loop = loop(now, it.variable());
    refuseIf(!turns(now, loop), "the loop of " + it.variable() + " has no turn left");
    refuseIf(!upcoming(now, loop).equals(it.value()), "another value of " + it.variable());
    MuFrame frame = now.frame().loop(it.variable(), after(loop));
    return now.with(frame.bind(it.variable(), it.value()).at(it.next()));
  }

  /// Whether the loop has a next value.
  static boolean turns(MuConfiguration now, MuLoop loop) {
    return switch (loop) {
      case MuLoop.Counting(BigInteger upcoming, BigInteger to) -> upcoming.compareTo(to) < 0;
      case MuLoop.Walking(int id, int upcoming, int length) ->
          upcoming < Math.min(length, length(now, id));
    };
  }

  /// The next value of a loop that has one.
  static MuValue upcoming(MuConfiguration now, MuLoop loop) {
    return switch (loop) {
      case MuLoop.Counting(BigInteger upcoming, _) -> new MuValue.IntValue(upcoming);
      case MuLoop.Walking(int id, int upcoming, _) -> PersistentHeap.of(now).visited(id, upcoming);
    };
  }

  private static MuLoop after(MuLoop loop) {
    return switch (loop) {
      case MuLoop.Counting(BigInteger upcoming, BigInteger to) ->
          new MuLoop.Counting(upcoming.add(BigInteger.ONE), to);
      case MuLoop.Walking(int id, int upcoming, int length) ->
          new MuLoop.Walking(id, upcoming + 1, length);
    };
  }

  private static MuConfiguration enter(MuConfiguration now, MuDelta.Enter it) {
    refuseIf(it.resume() < 0, "a position below 0");
    MuFrame callee = MuFrame.entering(it.function(), it.next());
    for (var argument : it.arguments().entrySet()) {
      callee = callee.bind(argument.getKey(), known(now, argument.getValue()));
    }
    return now.enter(now.frame().at(it.resume()).await(it.result()), callee);
  }

  private static MuConfiguration leave(MuConfiguration now, Optional<MuValue> value, int next) {
    value.ifPresent(it -> known(now, it));
    if (now.callers().isEmpty()) {
      refuseIf(next != MuDelta.END, "the last call returns to no position");
      return now.halt(value);
    }
    MuFrame caller = now.callers().getFirst();
    refuseIf(next != caller.position(), "the caller goes on at " + caller.position());
    Optional<String> result = caller.awaits();
    refuseIf(result.isPresent() && value.isEmpty(), "the caller awaits a value");
    MuFrame resumed = caller.await(Optional.empty());
    return now.leave(result.map(it -> resumed.bind(it, value.orElseThrow())).orElse(resumed));
  }

  private static MuLoop loop(MuConfiguration now, String variable) {
    MuLoop loop = now.frame().loops().get(variable);
    refuseIf(loop == null, "no loop of " + variable);
    return loop;
  }

  private static PVector<MuValue> list(MuConfiguration now, int id) {
    return PersistentHeap.of(now).list(id);
  }

  private static int length(MuConfiguration now, int id) {
    return PersistentHeap.of(now).length(id);
  }

  /// The value, whose lists, maps and sets are in the heap.
  private static MuValue known(MuConfiguration now, MuValue value) {
    switch (value) {
      case MuValue.ListRef(int id) -> list(now, id);
      case MuValue.TableRef(int id) -> PersistentHeap.of(now).table(id);
      case MuValue.TupleValue(var parts) -> parts.forEach(part -> known(now, part));
      case MuValue.RecordValue(_, _, var values) -> values.forEach(part -> known(now, part));
      case MuValue.SomeValue(MuValue held) -> known(now, held);
      case MuValue.IntValue _, MuValue.BoolValue _, MuValue.TextValue _, MuValue.NoneValue _ -> {}
    }
    return value;
  }

  private static void refuseIf(boolean wrong, String why) {
    if (wrong) {
      throw new IllegalArgumentException(why);
    }
  }
}
