package dev.lockstep.mu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  static JsonNode write(MuValue value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case MuValue.IntValue(BigInteger number) -> nodes.numberNode(number);
      case MuValue.BoolValue(boolean truth) -> nodes.booleanNode(truth);
      case MuValue.ListRef(int id) -> nodes.objectNode().put("list", id);
      case MuValue.TableRef(int id) -> nodes.objectNode().put("table", id);
      case MuValue.TextValue(String text) -> nodes.textNode(text);
      case MuValue.TupleValue(var parts) -> {
        ArrayNode array = nodes.arrayNode();
        parts.forEach(part -> array.add(write(part)));
        yield array;
      }
      case MuValue.RecordValue(String name, var fields, var values) -> {
        ObjectNode record = nodes.objectNode().put("record", name);
        ObjectNode held = record.putObject("fields");
        for (int i = 0; i < fields.size(); i++) {
          held.set(fields.get(i), write(values.get(i)));
        }
        yield record;
      }
      case MuValue.NoneValue() -> nodes.nullNode();
      case MuValue.SomeValue(MuValue held) -> nodes.objectNode().set("some", write(held));
    };
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
