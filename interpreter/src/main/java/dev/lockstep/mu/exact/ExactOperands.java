package dev.lockstep.mu.exact;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.MuBuiltin;
import dev.lockstep.mu.machine.Faults;
import dev.lockstep.mu.value.Arithmetic;
import dev.lockstep.mu.value.Builtins;
import dev.lockstep.mu.value.Heap;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.mu.value.Texts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// What the formulas of the exact engine's code read and make, noted where somebody watches.
///
/// A list, map or set is noted only where it is a formula's value, so that a note of one says that
/// the step uses it as a whole; on the way there its place is kept.
final class ExactOperands {
  private ExactOperands() {}

  /// Notes what a formula computed or read last.
  static MuValue read(MuValue value, String place, ExactRun run) {
    run.reads.add(place, value);
    return value;
  }

  /// Notes what is no list, map or set.
  static MuValue readPlain(MuValue value, String place, ExactRun run) {
    if (run.reads.wanted() && !value.refers()) {
      run.reads.add(place, value);
    }
    return value;
  }

  /// Notes a list, map or set, which is a formula's value.
  static MuValue readReference(MuValue value, String place, ExactRun run) {
    if (run.reads.wanted() && value.refers()) {
      run.reads.add(place, value);
    }
    return value;
  }

  static MuValue length(MuValue whole, String place, ExactRun run) {
    MuValue length = MuValue.of(run.heap.length(whole));
    if (run.reads.wanted()) {
      run.reads.add("len(" + place + ")", length);
    }
    return length;
  }

  /// The element, noted; its place is the run's `place` then.
  static MuValue element(MuValue whole, MuValue index, String place, Span span, ExactRun run) {
    MuValue element = elementPlain(whole, index, place, span, run);
    if (run.reads.wanted() && element.refers()) {
      run.reads.add(run.place, element);
    }
    return element;
  }

  /// The element, noted unless it is a list, map or set; its place is the run's `place` then.
  static MuValue elementPlain(MuValue whole, MuValue index, String place, Span span, ExactRun run) {
    return switch (whole) {
      case MuValue.TableRef(int id) -> {
        MuValue element =
            run.heap
                .table(id)
                .get(index)
                .orElseThrow(() -> Faults.noKey(run.heap.shown(index), span));
        if (run.reads.wanted()) {
          run.place = place + "[" + run.heap.shown(index) + "]";
        }
        yield readPlain(element, run.place, run);
      }
      case MuValue.TextValue(String text) -> {
        BigInteger position = Arithmetic.asInt(index);
        MuValue element = MuValue.of(Texts.at(text, position, span));
        if (run.reads.wanted()) {
          run.place = run.reads.place(place, position.intValue());
        }
        yield readPlain(element, run.place, run);
      }
      case MuValue other -> {
        List<MuValue> elements = run.heap.list(other);
        int position = Heap.position(elements, index, span);
        if (run.reads.wanted()) {
          run.place = run.reads.place(place, position);
        }
        yield readPlain(elements.get(position), run.place, run);
      }
    };
  }

  /// The place of a part or a field of what stands at `place`.
  static String within(String place, String part, ExactRun run) {
    return run.reads.wanted() ? place + part : place;
  }

  static MuValue part(MuValue tuple, int index) {
    return ((MuValue.TupleValue) tuple).parts().get(index);
  }

  static MuValue field(MuValue holder, String name) {
    MuValue.RecordValue record = (MuValue.RecordValue) holder;
    return record.values().get(record.fields().indexOf(name));
  }

  static MuValue tuple(MuValue[] parts) {
    return new MuValue.TupleValue(List.of(parts));
  }

  /// A record whose values stand in the order of its declaration.
  static MuValue make(MuValue[] values, String name, List<String> fields) {
    return new MuValue.RecordValue(name, fields, List.of(values));
  }

  static MuValue with(MuValue holder, MuValue[] values, List<String> fields) {
    MuValue.RecordValue record = (MuValue.RecordValue) holder;
    List<MuValue> changed = new ArrayList<>(record.values());
    for (int i = 0; i < values.length; i++) {
      changed.set(record.fields().indexOf(fields.get(i)), values[i]);
    }
    return new MuValue.RecordValue(record.name(), record.fields(), changed);
  }

  static MuValue apply(MuValue only, MuBuiltin builtin, Span span, ExactRun run) {
    return Builtins.apply(builtin, List.of(only), run.heap, span);
  }

  static MuValue apply(MuValue first, MuValue second, MuBuiltin builtin, Span span, ExactRun run) {
    return Builtins.apply(builtin, List.of(first, second), run.heap, span);
  }

  static MuValue apply(
      MuValue first, MuValue second, MuValue third, MuBuiltin builtin, Span span, ExactRun run) {
    return Builtins.apply(builtin, List.of(first, second, third), run.heap, span);
  }
}
