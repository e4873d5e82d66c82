package dev.lockstep.pushdown;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.DeltaJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Deltas as JSON: `{"read":"a","pop":"X","push":"YX","state":"open"}`, without what is empty; the
/// second stack's fields are `pop2` and `push2`.
record ShiftJson(int stacks) implements DeltaJson<Shift> {
  @Override
  public void write(Shift shift, JsonGenerator json) throws IOException {
    json.writeStartObject();
    put(json, "read", shift.read());
    for (int i = 0; i < stacks; i++) {
      put(json, field("pop", i), shift.changes().get(i).pop());
      put(json, field("push", i), shift.changes().get(i).push());
    }
    json.writeStringField("state", shift.state());
    json.writeEndObject();
  }

  private static String field(String name, int stack) {
    return stack == 0 ? name : name + (stack + 1);
  }

  private static void put(JsonGenerator json, String field, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(field, text);
    }
  }

  @Override
  public Shift read(JsonNode node) {
    List<Shift.Change> changes = new ArrayList<>();
    for (int i = 0; i < stacks; i++) {
      changes.add(Shift.Change.of(symbol(node, field("pop", i)), text(node, field("push", i))));
    }
    if (!node.path("state").isTextual()) {
      throw new IllegalArgumentException("field `state`: expected a text");
    }
    return new Shift(symbol(node, "read"), changes, node.path("state").textValue());
  }

  private static String symbol(JsonNode node, String field) {
    String text = text(node, field);
    if (text.codePointCount(0, text.length()) > 1) {
      throw new IllegalArgumentException("field `" + field + "`: expected one symbol");
    }
    return text;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw new IllegalArgumentException("field `" + field + "`: expected a text");
    }
    return value.isMissingNode() ? "" : value.textValue();
  }
}
