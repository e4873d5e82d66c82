package dev.lockstep.neural.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.util.PairList;

/// Sees what the plain blocks compute on the way, by name. Handed to a block's `forward` among its
/// parameters, under `KEY`.
@FunctionalInterface
public interface Probe {
  String KEY = "probe";

  /// Hears of one array.
  ///
  /// @param name such as `layer.0.attention.weights`; arrays may come several times under one name
  ///   where layers are gone through several times
  void see(String name, NDArray array);

  /// The probe among a block's parameters, else one that looks at nothing.
  static Probe in(PairList<String, Object> parameters) {
    return parameters != null && parameters.get(KEY) instanceof Probe probe ? probe : (_, _) -> {};
  }
}
