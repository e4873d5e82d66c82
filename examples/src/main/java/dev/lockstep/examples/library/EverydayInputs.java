package dev.lockstep.examples.library;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Inputs of `mu/everyday`.
final class EverydayInputs {
  private EverydayInputs() {}

  static Map<String, Function<Draw, Given>> all() {
    Map<String, Function<Draw, Given>> all = new HashMap<>(NumberInputs.all());
    all.putAll(EverydayListInputs.all());
    all.putAll(GridInputs.all());
    all.putAll(TextInputs.all());
    all.putAll(RecordInputs.all());
    return all;
  }
}
