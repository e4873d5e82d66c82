package dev.lockstep.local;

import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A local rule on a ring of cells. The input is the ring as text, the output the ring that no
/// longer changes.
record LocalMachine(List<String> cells, int radius, Function<List<String>, String> rule)
    implements Machine<Ring, Ring> {

  @Override
  public Ring start(Value input) {
    if (!(input instanceof Value.Text(String text))) {
      throw new InputError(
          "expected a text over %s, found `%s`".formatted(cells, ValueJson.print(input)));
    }
    Ring ring = Ring.of(text);
    for (String cell : ring.cells()) {
      if (!cells.contains(cell)) {
        throw new InputError("expected a text over %s, found `%s` in it".formatted(cells, cell));
      }
    }
    return ring;
  }

  @Override
  public Next<Ring> next(Ring ring) {
    Ring after =
        new Ring(
            IntStream.range(0, ring.cells().size())
                .mapToObj(i -> rule.apply(ring.window(i, radius)))
                .toList());
    return after.equals(ring) ? new Next.Halt<>() : new Next.Do<>(after);
  }

  @Override
  public Ring apply(Ring ring, Ring after) {
    if (after.cells().size() != ring.cells().size() || !cells.containsAll(after.cells())) {
      throw new IllegalArgumentException("`" + after + "` is no ring of the same cells");
    }
    return after;
  }

  @Override
  public Optional<Value> output(Ring ring) {
    return next(ring) instanceof Next.Halt<Ring>
        ? Optional.of(Value.of(ring.toString()))
        : Optional.empty();
  }

  @Override
  public long cells(Ring ring) {
    return ring.cells().size();
  }
}
