package dev.lockstep.turing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.machine.DeltaJson;
import java.util.Arrays;

/// Deltas as JSON: `{"write":"0","move":"R","state":"carry"}`.
final class ActJson implements DeltaJson<Act> {
  @Override
  public ObjectNode write(Act act) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("write", Symbols.text(act.write()))
        .put("move", act.move().name())
        .put("state", act.state());
  }

  @Override
  public Act read(JsonNode node) {
    String write = text(node, "write");
    if (write.codePointCount(0, write.length()) != 1) {
      throw new IllegalArgumentException(
          "field `write`: expected one symbol, found `" + write + "`");
    }
    String move = text(node, "move");
    if (Arrays.stream(Move.values()).noneMatch(known -> known.name().equals(move))) {
      throw new IllegalArgumentException(
          "field `move`: expected `L`, `R` or `N`, found `" + move + "`");
    }
    return new Act(write.codePointAt(0), Move.valueOf(move), text(node, "state"));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(
          "field `"
              + field
              + "`: expected a text, found "
              + (value.isMissingNode() ? "nothing" : "`" + value + "`"));
    }
    return value.textValue();
  }
}
