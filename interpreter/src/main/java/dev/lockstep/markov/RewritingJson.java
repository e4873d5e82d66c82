package dev.lockstep.markov;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.DeltaJson;
import java.io.IOException;

/// Deltas as JSON: `{"at":2,"replace":"ab","by":"ba"}`, with `"last":true` in a terminating step.
final class RewritingJson implements DeltaJson<Rewriting> {
  @Override
  public void write(Rewriting rewriting, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("at", rewriting.at());
    json.writeStringField("replace", rewriting.old());
    json.writeStringField("by", rewriting.fresh());
    if (rewriting.last()) {
      json.writeBooleanField("last", true);
    }
    json.writeEndObject();
  }

  @Override
  public Rewriting read(JsonNode node) {
    JsonNode at = node.path("at");
    if (!at.canConvertToInt() || !at.isIntegralNumber() || at.intValue() < 0) {
      throw new IllegalArgumentException("field `at`: expected a place from 0");
    }
    if (!node.path("last").isMissingNode() && !node.path("last").isBoolean()) {
      throw new IllegalArgumentException("field `last`: expected true or false");
    }
    return new Rewriting(
        at.intValue(), text(node, "replace"), text(node, "by"), node.path("last").booleanValue());
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw new IllegalArgumentException("field `" + field + "`: expected a text");
    }
    return node.path(field).textValue();
  }
}
