package dev.lockstep.local;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A language whose programs are local rules on a ring of cells: in every step all cells change at
/// once, each by its neighbourhood alone. A run halts where nothing changes any more.
///
/// Extend it with the grammar, `cells` and `next`; such programs can be learned to exactness and
/// certified. A delta is the next ring.
///
/// @param <P> program
public abstract class LocalLanguage<P> implements Language<P, Ring, Ring> {
  /// What a cell can hold: single characters, each once.
  protected abstract List<String> cells(P program);

  /// What the middle cell of a window holds next, one of `cells`. Total.
  protected abstract String next(P program, List<String> window);

  /// Cells on each side that a cell's next content depends on.
  protected int radius() {
    return 1;
  }

  @Override
  public List<Diagnostic> warnings(P program) {
    return List.of();
  }

  @Override
  public Machine<Ring, Ring> load(P program) {
    return new LocalMachine(cells(program), radius(), window -> next(program, window));
  }

  @Override
  public Optional<Layout<Ring, Ring>> layout(P program) {
    return Optional.of(new LocalLayout(cells(program), radius(), window -> next(program, window)));
  }

  @Override
  public Optional<Diagnostic> uncertifiable(P program) {
    return Optional.empty();
  }

  /// `size` random cells.
  @Override
  public Value input(P program, RandomGenerator random, int size) {
    List<String> cells = cells(program);
    return Value.of(
        Stream.generate(() -> cells.get(random.nextInt(cells.size())))
            .limit(size)
            .collect(Collectors.joining()));
  }

  /// `{"cells":"f.t"}`.
  @Override
  public DeltaJson<Ring> deltaJson() {
    return new DeltaJson<>() {
      @Override
      public void write(Ring ring, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("cells", ring.toString());
        json.writeEndObject();
      }

      @Override
      public Ring read(JsonNode node) {
        if (!node.path("cells").isTextual()) {
          throw new IllegalArgumentException("field `cells`: expected a text");
        }
        return Ring.of(node.path("cells").textValue());
      }
    };
  }
}
