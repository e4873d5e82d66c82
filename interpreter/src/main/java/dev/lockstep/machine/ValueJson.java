package dev.lockstep.machine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// Values as JSON: exact integers of any length, no fractions, no key twice.
public final class ValueJson {
  /// Reads and writes JSON as Lockstep does everywhere: integers of any length, nested 10,000 deep.
  public static final ObjectMapper MAPPER = mapper();

  private static final int DEEPEST = 10_000;

  private ValueJson() {}

  private static ObjectMapper mapper() {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNestingDepth(DEEPEST)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(limits)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .build();
  }

  /// Throws `InputError` where `json` is not one JSON value or holds a fraction.
  public static Value parse(String json) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new InputError(explain(e));
    }
    if (node == null || node.isMissingNode()) {
      throw new InputError("not JSON: expected a value, found nothing");
    }
    return of(node);
  }

  /// What is wrong with a text that is no JSON, without the parser's notes about its own sources.
  public static String explain(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "JSON nested more than " + String.format(Locale.ROOT, "%,d", DEEPEST) + " deep";
    }
    String message =
        e.getOriginalMessage()
            .replaceAll(" *\\(start marker at \\[[^]]*]\\)|: enable `JsonReadFeature.*|\\R.*", "")
            .strip();
    return Optional.ofNullable(e.getLocation())
        .map(at -> "not JSON: " + message + " (column " + at.getColumnNr() + ")")
        .orElse("not JSON: " + message);
  }

  /// Throws `InputError`, naming the place, where `node` holds a fraction.
  public static Value of(JsonNode node) {
    return of(node, "");
  }

  /// `place` is the way to `node`, such as `xs[2]`, empty for the whole.
  private static Value of(JsonNode node, String place) {
    return switch (node.getNodeType()) {
      case BOOLEAN -> new Value.Bool(node.booleanValue());
      case STRING -> new Value.Text(node.textValue());
      case NUMBER -> {
        if (!node.isIntegralNumber()) {
          throw new InputError(expected(place, "an integer") + ", found " + node.asText());
        }
        yield new Value.Int(node.bigIntegerValue());
      }
      case ARRAY -> {
        List<Value> values = new ArrayList<>();
        node.forEach(item -> values.add(of(item, place + "[" + values.size() + "]")));
        yield new Value.Items(values);
      }
      case OBJECT -> {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        String before = place.isEmpty() ? "" : place + ".";
        node.properties()
            .forEach(it -> fields.put(it.getKey(), of(it.getValue(), before + it.getKey())));
        yield new Value.Fields(fields);
      }
      case NULL -> new Value.Nothing();
      case BINARY, POJO, MISSING ->
          throw new IllegalArgumentException("not a JSON node: " + node.getNodeType());
    };
  }

  private static String expected(String place, String what) {
    return place.isEmpty() ? "expected " + what : "expected `" + place + "` to be " + what;
  }

  public static JsonNode toNode(Value value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case Value.Int(BigInteger number) -> nodes.numberNode(number);
      case Value.Bool(boolean truth) -> nodes.booleanNode(truth);
      case Value.Text(String text) -> nodes.textNode(text);
      case Value.Nothing() -> nodes.nullNode();
      case Value.Items(List<Value> items) -> {
        ArrayNode array = nodes.arrayNode(items.size());
        items.forEach(item -> array.add(toNode(item)));
        yield array;
      }
      case Value.Fields(SequencedMap<String, Value> fields) -> {
        ObjectNode object = nodes.objectNode();
        fields.forEach((name, field) -> object.set(name, toNode(field)));
        yield object;
      }
    };
  }

  /// One line of JSON.
  public static String print(Value value) {
    return toNode(value).toString();
  }
}
