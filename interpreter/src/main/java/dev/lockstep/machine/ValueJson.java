package dev.lockstep.machine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// Values as JSON: exact integers of any length, no fractions, no key twice.
public final class ValueJson {
  static final int DEEPEST = 10_000;

  static final JsonFactory FACTORY = factory();

  private ValueJson() {}

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNestingDepth(DEEPEST)
                .build())
        .streamWriteConstraints(
            StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  /// Throws `InputError` where `json` is not one JSON value or holds a fraction.
  public static Value parse(String json) {
    return PlainJson.read(json).orElseGet(() -> parseWhole(json));
  }

  /// All that JSON may be, and what is wrong where it is none.
  static Value parseWhole(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() == null) {
        throw new InputError("not JSON: expected a value, found nothing");
      }
      Value value = read(parser);
      if (parser.nextToken() != null) {
        int column = parser.currentTokenLocation().getColumnNr();
        throw new InputError("not JSON: expected the end, found more (column " + column + ")");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new InputError(explain(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
  }

  /// The value that begins at the parser's token.
  private static Value read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> new Value.Bool(true);
      case VALUE_FALSE -> new Value.Bool(false);
      case VALUE_NULL -> new Value.Nothing();
      case VALUE_STRING -> new Value.Text(parser.getText());
      case VALUE_NUMBER_INT -> new Value.Int(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT ->
          throw fraction(place(parser.getParsingContext()), parser.getText());
      case START_ARRAY -> {
        List<Value> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(read(parser));
        }
        yield new Value.Items(values);
      }
      case START_OBJECT -> {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          fields.put(name, read(parser));
        }
        yield new Value.Fields(fields);
      }
      case END_ARRAY, END_OBJECT, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("not the begin of a value: " + parser.currentToken());
    };
  }

  /// The way to where a parser is, such as `xs[2]`.
  private static String place(JsonStreamContext context) {
    List<String> way = new ArrayList<>();
    for (JsonStreamContext at = context; !at.inRoot(); at = at.getParent()) {
      String dot = at.getParent().inRoot() ? "" : ".";
      way.add(at.inArray() ? "[" + at.getCurrentIndex() + "]" : dot + at.getCurrentName());
    }
    return String.join("", way.reversed());
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
          throw fraction(place, node.asText());
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

  private static InputError fraction(String place, String found) {
    String expected = place.isEmpty() ? "expected" : "expected `" + place + "` to be";
    return new InputError(expected + " an integer, found " + found);
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
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
    return text.toString();
  }

  /// Throws `IOException` where `generator` does.
  public static void write(Value value, JsonGenerator generator) throws IOException {
    switch (value) {
      case Value.Int(BigInteger number) -> write(number, generator);
      case Value.Bool(boolean truth) -> generator.writeBoolean(truth);
      case Value.Text(String text) -> generator.writeString(text);
      case Value.Nothing() -> generator.writeNull();
      case Value.Items(List<Value> items) -> {
        generator.writeStartArray();
        for (Value item : items) {
          write(item, generator);
        }
        generator.writeEndArray();
      }
      case Value.Fields(SequencedMap<String, Value> fields) -> {
        generator.writeStartObject();
        for (var field : fields.entrySet()) {
          generator.writeFieldName(field.getKey());
          write(field.getValue(), generator);
        }
        generator.writeEndObject();
      }
    }
  }

  /// Writes an integer; most fit into 64 bits, and those need no text of their own.
  public static void write(BigInteger number, JsonGenerator generator) throws IOException {
    if (number.bitLength() < Long.SIZE) {
      generator.writeNumber(number.longValue());
    } else {
      generator.writeNumber(number);
    }
  }
}
