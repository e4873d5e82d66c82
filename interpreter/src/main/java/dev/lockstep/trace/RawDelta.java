package dev.lockstep.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.DeltaJson;
import java.io.IOException;

/// Deltas left as the JSON they are written in: for readers that know no language.
public final class RawDelta implements DeltaJson<ObjectNode> {
  @Override
  public void write(ObjectNode delta, JsonGenerator json) throws IOException {
    json.writeTree(delta);
  }

  @Override
  public ObjectNode read(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("`delta`: expected an object, found " + node);
  }
}
