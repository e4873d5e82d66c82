package dev.lockstep.markov;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.DeltaJson;

/// Deltas as JSON: `{"at":2,"replace":"ab","by":"ba"}`, with `"last":true` in a terminating step.
final class RewritingJson implements DeltaJson<Rewriting> {
  @Override
  public ObjectNode write(Rewriting rewriting) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("at", rewriting.at())
            .put("replace", rewriting.old())
            .put("by", rewriting.fresh());
    return rewriting.last() ? node.put("last", true) : node;
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
