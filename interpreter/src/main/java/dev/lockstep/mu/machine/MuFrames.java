package dev.lockstep.mu.machine;

import dev.lockstep.grammar.Span;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.value.Heap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Configurations as people look at them: without temporaries, lists with their contents.
final class MuFrames {
  private static final String TEMPORARY = "$";

  private MuFrames() {}

  static List<Frame> of(MuCode code, MuConfiguration configuration) {
    List<Frame> frames = new ArrayList<>();
    frames.add(frame(configuration.frame(), here(code, configuration.frame()), configuration));
    for (MuFrame caller : configuration.callers()) {
      frames.add(frame(caller, call(code, caller), configuration));
    }
    return frames;
  }

  private static Frame frame(MuFrame frame, Optional<Span> at, MuConfiguration configuration) {
    Heap heap = PersistentHeap.of(configuration);
    SequencedMap<String, Value> shown = new LinkedHashMap<>();
    new TreeMap<>(frame.variables())
        .forEach(
            (name, value) -> {
              if (!name.startsWith(TEMPORARY)) {
                shown.put(name, heap.copy(value));
              }
            });
    return new Frame(frame.function(), at, shown);
  }

  private static Optional<Span> here(MuCode code, MuFrame frame) {
    int site = frame.position();
    boolean known = site >= 0 && site < code.instructions().size();
    return known && !code.inLibrary(frame.function())
        ? Optional.of(code.at(site).span())
        : Optional.empty();
  }

  /// The call that `caller` waits for: one that goes on where the caller does.
  private static Optional<Span> call(MuCode code, MuFrame caller) {
    return code.instructions().stream()
        .filter(
            it ->
                it instanceof MuInstruction.Call call
                    && call.next() == caller.position()
                    && call.origin().function().equals(caller.function())
                    && call.variable().equals(caller.awaits()))
        .map(MuInstruction::span)
        .findFirst();
  }
}
