package dev.lockstep.words;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.DeltaJson;
import java.io.IOException;

/// Deltas as JSON: `{"memory":7,"value":3,"next":12}`, `{"register":2,"value":3,"next":12}`, both
/// with `"input":true` where a word of the input was used up, `{"out":3,"next":12}`, `{"next":12}`.
public final class WordDeltaJson implements DeltaJson<WordDelta> {
  @Override
  public void write(WordDelta delta, JsonGenerator json) throws IOException {
    json.writeStartObject();
    switch (delta) {
      case WordDelta.Put(Space space, long address, long value, _) ->
          put(json, space, address, value);
      case WordDelta.Take(Space space, long address, long value, _) -> {
        put(json, space, address, value);
        json.writeBooleanField("input", true);
      }
      case WordDelta.Emit(long value, _) -> json.writeNumberField("out", value);
      case WordDelta.Go _ -> {}
    }
    json.writeNumberField("next", delta.next());
    json.writeEndObject();
  }

  private static void put(JsonGenerator json, Space space, long address, long value)
      throws IOException {
    json.writeNumberField(space == Space.MEMORY ? "memory" : "register", address);
    json.writeNumberField("value", value);
  }

  @Override
  public WordDelta read(JsonNode node) {
    long next = number(node, "next");
    boolean memory = node.has("memory");
    if (memory || node.has("register")) {
      Space space = memory ? Space.MEMORY : Space.REGISTER;
      long address = number(node, memory ? "memory" : "register");
      long value = number(node, "value");
      return node.path("input").asBoolean()
          ? new WordDelta.Take(space, address, value, next)
          : new WordDelta.Put(space, address, value, next);
    }
    return node.has("out") ? new WordDelta.Emit(number(node, "out"), next) : new WordDelta.Go(next);
  }

  private static long number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException(
          "field `"
              + field
              + "`: expected a whole number, found "
              + (value.isMissingNode() ? "nothing" : "`" + value + "`"));
    }
    return value.longValue();
  }
}
