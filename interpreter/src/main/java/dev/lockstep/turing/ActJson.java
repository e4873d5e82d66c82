package dev.lockstep.turing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.machine.DeltaJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Deltas as JSON: `{"write":"0","move":"R","state":"carry"}`, and for several tapes
/// `{"write":["0","1"],"move":["R","N"],"state":"carry"}`.
final class ActJson implements DeltaJson<Act> {
  @Override
  public void write(Act act, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (act.strokes().size() == 1) {
      json.writeStringField("write", Symbols.text(act.write()));
      json.writeStringField("move", act.move().name());
    } else {
      json.writeArrayFieldStart("write");
      for (Act.Stroke stroke : act.strokes()) {
        json.writeString(Symbols.text(stroke.write()));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("move");
      for (Act.Stroke stroke : act.strokes()) {
        json.writeString(stroke.move().name());
      }
      json.writeEndArray();
    }
    json.writeStringField("state", act.state());
    json.writeEndObject();
  }

  @Override
  public Act read(JsonNode node) {
    List<String> writes = texts(node, "write");
    List<String> moves = texts(node, "move");
    if (writes.size() != moves.size()) {
      throw new IllegalArgumentException(
          "field `move`: expected %d, one for each tape, found %d"
              .formatted(writes.size(), moves.size()));
    }
    List<Act.Stroke> strokes = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      strokes.add(new Act.Stroke(symbol(writes.get(i)), move(moves.get(i))));
    }
    return new Act(strokes, text(node.path("state"), "state"));
  }

  private static int symbol(String write) {
    if (write.codePointCount(0, write.length()) != 1) {
      throw new IllegalArgumentException(
          "field `write`: expected one symbol, found `" + write + "`");
    }
    return write.codePointAt(0);
  }

  private static Move move(String move) {
    if (Arrays.stream(Move.values()).noneMatch(known -> known.name().equals(move))) {
      throw new IllegalArgumentException(
          "field `move`: expected `L`, `R` or `N`, found `" + move + "`");
    }
    return Move.valueOf(move);
  }

  /// One text, or a list of several.
  private static List<String> texts(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isArray() || value.size() < 2) {
      return List.of(text(value, field));
    }
    List<String> texts = new ArrayList<>();
    value.forEach(each -> texts.add(text(each, field)));
    return texts;
  }

  private static String text(JsonNode value, String field) {
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
