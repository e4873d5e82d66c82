package dev.lockstep.mu.machine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.value.MuValue;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values in deltas as JSON: a list is `{"list":2}` and a map or set `{"table":3}` by its
/// number, a tuple an array, a record `{"record":"Point","fields":{"x":1}}`, an option `null` or
/// `{"some":4}`.
final class MuValueJson {
  private MuValueJson() {}

  static void write(MuValue value, JsonGenerator json) throws IOException {
    switch (value) {
      case MuValue.IntValue(BigInteger number) -> ValueJson.write(number, json);
      case MuValue.BoolValue(boolean truth) -> json.writeBoolean(truth);
      case MuValue.ListRef(int id) -> reference("list", id, json);
      case MuValue.TableRef(int id) -> reference("table", id, json);
      case MuValue.TextValue(String text) -> json.writeString(text);
      case MuValue.TupleValue(List<MuValue> parts) -> write(parts, json);
      case MuValue.RecordValue(String name, List<String> fields, List<MuValue> values) -> {
        json.writeStartObject();
        json.writeStringField("record", name);
        json.writeObjectFieldStart("fields");
        for (int i = 0; i < fields.size(); i++) {
          json.writeFieldName(fields.get(i));
          write(values.get(i), json);
        }
        json.writeEndObject();
        json.writeEndObject();
      }
      case MuValue.NoneValue() -> json.writeNull();
      case MuValue.SomeValue(MuValue held) -> {
        json.writeStartObject();
        json.writeFieldName("some");
        write(held, json);
        json.writeEndObject();
      }
    }
  }

  /// An array of values.
  static void write(List<MuValue> values, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (MuValue value : values) {
      write(value, json);
    }
    json.writeEndArray();
  }

  private static void reference(String kind, int id, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField(kind, id);
    json.writeEndObject();
  }

  /// Empty where `node` is no value.
  static Optional<MuValue> read(JsonNode node) {
    return switch (node.getNodeType()) {
      case NUMBER ->
          node.isIntegralNumber()
              ? Optional.of(new MuValue.IntValue(node.bigIntegerValue()))
              : Optional.empty();
      case BOOLEAN -> Optional.of(new MuValue.BoolValue(node.booleanValue()));
      case STRING -> Optional.of(MuValue.of(node.textValue()));
      case NULL -> Optional.of(new MuValue.NoneValue());
      case ARRAY -> {
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        yield all(items).map(MuValue.TupleValue::new);
      }
      case OBJECT -> object(node);
      case BINARY, POJO, MISSING -> Optional.empty();
    };
  }

  private static Optional<MuValue> object(JsonNode node) {
    if (node.has("record") && node.path("fields").isObject()) {
      List<String> fields = new ArrayList<>();
      List<JsonNode> values = new ArrayList<>();
      for (Map.Entry<String, JsonNode> field : node.get("fields").properties()) {
        fields.add(field.getKey());
        values.add(field.getValue());
      }
      return all(values)
          .map(held -> new MuValue.RecordValue(node.get("record").asText(), fields, held));
    }
    if (node.has("some")) {
      return read(node.get("some")).map(MuValue.SomeValue::new);
    }
    JsonNode list = node.path("list");
    JsonNode table = node.path("table");
    if (list.isIntegralNumber() && list.canConvertToInt()) {
      return Optional.of(new MuValue.ListRef(list.intValue()));
    }
    return table.isIntegralNumber() && table.canConvertToInt()
        ? Optional.of(new MuValue.TableRef(table.intValue()))
        : Optional.empty();
  }

  private static Optional<List<MuValue>> all(List<JsonNode> nodes) {
    List<MuValue> values = new ArrayList<>();
    nodes.forEach(node -> read(node).ifPresent(values::add));
    return values.size() == nodes.size() ? Optional.of(values) : Optional.empty();
  }
}
