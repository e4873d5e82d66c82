package dev.lockstep.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// How a language's deltas are written in trace files: one flat JSON object each, readable by a
/// person, and back.
public interface DeltaJson<D> {
  ObjectNode write(D delta);

  /// Throws `IllegalArgumentException`, naming the field, where the node is no delta.
  D read(JsonNode node);
}
