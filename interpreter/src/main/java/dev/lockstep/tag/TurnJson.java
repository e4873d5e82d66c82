package dev.lockstep.tag;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.DeltaJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Deltas as JSON: `{"delete":["a"],"write":["b","c"]}`.
final class TurnJson implements DeltaJson<Turn> {
  @Override
  public void write(Turn turn, JsonGenerator json) throws IOException {
    json.writeStartObject();
    write("delete", turn.deleted(), json);
    write("write", turn.written(), json);
    json.writeEndObject();
  }

  private static void write(String field, List<String> symbols, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String symbol : symbols) {
      json.writeString(symbol);
    }
    json.writeEndArray();
  }

  @Override
  public Turn read(JsonNode node) {
    return new Turn(symbols(node, "delete"), symbols(node, "write"));
  }

  private static List<String> symbols(JsonNode node, String field) {
    JsonNode list = node.path(field);
    List<String> symbols = new ArrayList<>();
    list.forEach(symbol -> symbols.add(symbol.isTextual() ? symbol.textValue() : ""));
    if (!list.isArray() || symbols.contains("")) {
      throw new IllegalArgumentException("field `" + field + "`: expected a list of symbols");
    }
    return symbols;
  }
}
