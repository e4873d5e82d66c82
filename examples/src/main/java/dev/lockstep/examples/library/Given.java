package dev.lockstep.examples.library;

import dev.lockstep.machine.Value;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The arguments of `main` in the making: plain Java data by name.
record Given(Value.Fields fields) {
  static Given that(String name, Object data) {
    return new Given(new Value.Fields(new LinkedHashMap<>())).and(name, data);
  }

  Given and(String name, Object data) {
    SequencedMap<String, Value> more = new LinkedHashMap<>(fields.values());
    more.put(name, Plain.value(data));
    return new Given(new Value.Fields(more));
  }
}
