package dev.lockstep.neural;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The networks that programs are learned by: all that is needed, besides the weights, to compute
/// with one.
public sealed interface ModelSpec extends NetworkSpec permits LocalSpec, SequenceSpec {
  @Override
  default ObjectNode json() {
    return SpecJson.write(this);
  }
}
