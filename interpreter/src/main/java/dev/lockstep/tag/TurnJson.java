package dev.lockstep.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.DeltaJson;
import java.util.ArrayList;
import java.util.List;

/// Deltas as JSON: `{"delete":["a"],"write":["b","c"]}`.
final class TurnJson implements DeltaJson<Turn> {
  @Override
  public ObjectNode write(Turn turn) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    turn.deleted().forEach(node.putArray("delete")::add);
    turn.written().forEach(node.putArray("write")::add);
    return node;
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
