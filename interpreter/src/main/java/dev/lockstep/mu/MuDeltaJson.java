package dev.lockstep.mu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.DeltaJson;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Deltas as JSON. The first field names the kind: `{"bind":"x","value":3,"next":7}`; values are
/// written by `MuValueJson`.
final class MuDeltaJson implements DeltaJson<MuDelta> {
  @Override
  public ObjectNode write(MuDelta delta) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (delta) {
      case MuDelta.Bind(String variable, MuValue value, _) ->
          node.put("bind", variable).set("value", value(value));
      case MuDelta.NewList(String variable, int id, List<MuValue> elements, _) -> {
        node.put("newList", variable).put("id", id);
        ArrayNode items = node.putArray("elements");
        elements.forEach(element -> items.add(value(element)));
      }
      case MuDelta.SetElement(int id, int index, MuValue value, _) ->
          node.put("setElement", id).put("index", index).set("value", value(value));
      case MuDelta.Push(int id, MuValue value, _) ->
          node.put("push", id).set("value", value(value));
      case MuDelta.Pop(int id, Optional<String> variable, MuValue value, _) -> {
        node.put("pop", id);
        variable.ifPresent(it -> node.put("variable", it));
        node.set("value", value(value));
      }
      case MuDelta.Branch(boolean taken, _) -> node.put("branch", taken);
      case MuDelta.StartRange(String variable, BigInteger from, BigInteger to, _) ->
          node.put("startRange", variable).put("from", from).put("to", to);
      case MuDelta.StartWalk(String variable, int id, int length, _) ->
          node.put("startWalk", variable).put("id", id).put("length", length);
      case MuDelta.Turn(String variable, MuValue value, _) ->
          node.put("turn", variable).set("value", value(value));
      case MuDelta.EndLoop(String variable, _) -> node.put("endLoop", variable);
      case MuDelta.Enter(
              String function,
              var arguments,
              _,
              int resume,
              Optional<String> result) -> {
        ObjectNode bound = node.put("enter", function).putObject("arguments");
        arguments.forEach((name, value) -> bound.set(name, value(value)));
        node.put("resume", resume);
        result.ifPresent(it -> node.put("result", it));
      }
      case MuDelta.Return(Optional<MuValue> value, _) -> {
        node.put("return", value.isPresent());
        value.ifPresent(it -> node.set("value", value(it)));
      }
      case MuDelta.Print(String text, _) -> node.put("print", text);
      case MuDelta.Held _ -> node.put("held", true);
      case MuDelta.NewTable(String variable, int id, boolean set, var keys, var values, _) -> {
        node.put("newTable", variable).put("id", id).put("set", set);
        ArrayNode inOrder = node.putArray("keys");
        keys.forEach(key -> inOrder.add(value(key)));
        if (!set) {
          ArrayNode held = node.putArray("values");
          values.forEach(it -> held.add(value(it)));
        }
      }
      case MuDelta.Put(int id, MuValue key, MuValue value, _) -> {
        node.put("put", id).set("key", value(key));
        node.set("value", value(value));
      }
      case MuDelta.Remove(int id, MuValue key, _) -> node.put("remove", id).set("key", value(key));
      case MuDelta.Break(String variable, _) -> node.put("break", variable);
    }
    return node.put("next", delta.next());
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

  private static JsonNode value(MuValue value) {
    return MuValueJson.write(value);
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
