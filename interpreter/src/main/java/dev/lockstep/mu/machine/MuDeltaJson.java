package dev.lockstep.mu.machine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.value.MuValue;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Deltas as JSON. The first field names the kind: `{"bind":"x","value":3,"next":7}`; values are
/// written by `MuValueJson`.
public final class MuDeltaJson implements DeltaJson<MuDelta> {
  @Override
  public void write(MuDelta delta, JsonGenerator json) throws IOException {
    json.writeStartObject();
    switch (delta) {
      case MuDelta.Bind(String variable, MuValue value, _) -> {
        json.writeStringField("bind", variable);
        value("value", value, json);
      }
      case MuDelta.NewList(String variable, int id, List<MuValue> elements, _) -> {
        json.writeStringField("newList", variable);
        json.writeNumberField("id", id);
        values("elements", elements, json);
      }
      case MuDelta.SetElement(int id, int index, MuValue value, _) -> {
        json.writeNumberField("setElement", id);
        json.writeNumberField("index", index);
        value("value", value, json);
      }
      case MuDelta.Push(int id, MuValue value, _) -> {
        json.writeNumberField("push", id);
        value("value", value, json);
      }
      case MuDelta.Pop(int id, Optional<String> variable, MuValue value, _) -> {
        json.writeNumberField("pop", id);
        maybe("variable", variable, json);
        value("value", value, json);
      }
      case MuDelta.Branch(boolean taken, _) -> json.writeBooleanField("branch", taken);
      case MuDelta.StartRange(String variable, BigInteger from, BigInteger to, _) -> {
        json.writeStringField("startRange", variable);
        json.writeFieldName("from");
        ValueJson.write(from, json);
        json.writeFieldName("to");
        ValueJson.write(to, json);
      }
      case MuDelta.StartWalk(String variable, int id, int length, _) -> {
        json.writeStringField("startWalk", variable);
        json.writeNumberField("id", id);
        json.writeNumberField("length", length);
      }
      case MuDelta.Turn(String variable, MuValue value, _) -> {
        json.writeStringField("turn", variable);
        value("value", value, json);
      }
      case MuDelta.EndLoop(String variable, _) -> json.writeStringField("endLoop", variable);
      case MuDelta.Enter it -> enter(it, json);
      case MuDelta.Return(Optional<MuValue> value, _) -> {
        json.writeBooleanField("return", value.isPresent());
        if (value.isPresent()) {
          value("value", value.get(), json);
        }
      }
      case MuDelta.Print(String text, _) -> json.writeStringField("print", text);
      case MuDelta.Held _ -> json.writeBooleanField("held", true);
      case MuDelta.Extended it -> extended(it, json);
    }
    json.writeNumberField("next", delta.next());
    json.writeEndObject();
  }

  private static void enter(MuDelta.Enter it, JsonGenerator json) throws IOException {
    json.writeStringField("enter", it.function());
    json.writeObjectFieldStart("arguments");
    for (Map.Entry<String, MuValue> argument : it.arguments().entrySet()) {
      value(argument.getKey(), argument.getValue(), json);
    }
    json.writeEndObject();
    json.writeNumberField("resume", it.resume());
    maybe("result", it.result(), json);
  }

  private static void extended(MuDelta.Extended delta, JsonGenerator json) throws IOException {
    switch (delta) {
      case MuDelta.NewTable(String variable, int id, boolean set, var keys, var values, _) -> {
        json.writeStringField("newTable", variable);
        json.writeNumberField("id", id);
        json.writeBooleanField("set", set);
        values("keys", keys, json);
        if (!set) {
          values("values", values, json);
        }
      }
      case MuDelta.Put(int id, MuValue key, MuValue value, _) -> {
        json.writeNumberField("put", id);
        value("key", key, json);
        value("value", value, json);
      }
      case MuDelta.Remove(int id, MuValue key, _) -> {
        json.writeNumberField("remove", id);
        value("key", key, json);
      }
      case MuDelta.Break(String variable, _) -> json.writeStringField("break", variable);
    }
  }

  private static void value(String field, MuValue value, JsonGenerator json) throws IOException {
    json.writeFieldName(field);
    MuValueJson.write(value, json);
  }

  private static void values(String field, List<MuValue> values, JsonGenerator json)
      throws IOException {
    json.writeFieldName(field);
    MuValueJson.write(values, json);
  }

  private static void maybe(String field, Optional<String> text, JsonGenerator json)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(field, text.get());
    }
  }

  @Override
  public MuDelta read(JsonNode json) {
    if (!json.isObject() || json.isEmpty()) {
      throw new IllegalArgumentException("expected an object, found " + json.getNodeType());
    }
    Fields node = new Fields(json);
    String kind = json.fieldNames().next();
    int next = node.integer("next");
    return switch (kind) {
      case "bind" -> new MuDelta.Bind(node.text(kind), node.value("value"), next);
      case "newList" ->
          new MuDelta.NewList(node.text(kind), node.integer("id"), node.values("elements"), next);
      case "setElement" ->
          new MuDelta.SetElement(
              node.integer(kind), node.integer("index"), node.value("value"), next);
      case "push" -> new MuDelta.Push(node.integer(kind), node.value("value"), next);
      case "pop" ->
          new MuDelta.Pop(node.integer(kind), node.maybe("variable"), node.value("value"), next);
      case "branch" -> new MuDelta.Branch(node.truth(kind), next);
      case "startRange" ->
          new MuDelta.StartRange(node.text(kind), node.number("from"), node.number("to"), next);
      case "startWalk" ->
          new MuDelta.StartWalk(node.text(kind), node.integer("id"), node.integer("length"), next);
      case "turn" -> new MuDelta.Turn(node.text(kind), node.value("value"), next);
      case "endLoop" -> new MuDelta.EndLoop(node.text(kind), next);
      case "enter" ->
          new MuDelta.Enter(
              node.text(kind),
              node.named("arguments"),
              next,
              node.integer("resume"),
              node.maybe("result"));
      case "return" ->
          new MuDelta.Return(
              node.truth(kind) ? Optional.of(node.value("value")) : Optional.empty(), next);
      case "print" -> new MuDelta.Print(node.text(kind), next);
      case "held" -> new MuDelta.Held(next);
      case "newTable" -> {
        boolean set = node.truth("set");
        List<MuValue> values = set ? List.of() : node.values("values");
        yield new MuDelta.NewTable(
            node.text(kind), node.integer("id"), set, node.values("keys"), values, next);
      }
      case "put" ->
          new MuDelta.Put(node.integer(kind), node.value("key"), node.value("value"), next);
      case "remove" -> new MuDelta.Remove(node.integer(kind), node.value("key"), next);
      case "break" -> new MuDelta.Break(node.text(kind), next);
      default -> throw new IllegalArgumentException("unknown kind of delta `" + kind + "`");
    };
  }

  /// The fields of a node, each with a message where it is missing or of another kind.
  private record Fields(JsonNode node) {
    private JsonNode field(String name, boolean right, String kind) {
      if (!right) {
        throw new IllegalArgumentException("expected " + kind + " in field `" + name + "`");
      }
      return node.path(name);
    }

    String text(String name) {
      return field(name, node.path(name).isTextual(), "a text").textValue();
    }

    Optional<String> maybe(String name) {
      return node.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    int integer(String name) {
      JsonNode it = node.path(name);
      return field(name, it.isIntegralNumber() && it.canConvertToInt(), "an integer").intValue();
    }

    BigInteger number(String name) {
      return field(name, node.path(name).isIntegralNumber(), "an integer").bigIntegerValue();
    }

    boolean truth(String name) {
      return field(name, node.path(name).isBoolean(), "true or false").booleanValue();
    }

    MuValue value(String name) {
      return value(name, node.path(name));
    }

    List<MuValue> values(String name) {
      List<MuValue> values = new ArrayList<>();
      field(name, node.path(name).isArray(), "an array").forEach(it -> values.add(value(name, it)));
      return values;
    }

    SequencedMap<String, MuValue> named(String name) {
      SequencedMap<String, MuValue> values = new LinkedHashMap<>();
      field(name, node.path(name).isObject(), "an object")
          .properties()
          .forEach(it -> values.put(it.getKey(), value(name, it.getValue())));
      return values;
    }

    private MuValue value(String name, JsonNode it) {
      return MuValueJson.read(it)
          .orElseThrow(
              () -> new IllegalArgumentException("expected a value in field `" + name + "`"));
    }
  }
}
