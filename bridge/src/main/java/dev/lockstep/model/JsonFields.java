package dev.lockstep.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.neural.ModelFileError;
import java.util.ArrayList;
import java.util.List;

/// The fields of a JSON object in a model's file, each checked as it is read; what is missing or of
/// another type is a `ModelFileError` with the file and the field's path.
///
/// @param where the file's name, then the path of the object in it
public record JsonFields(String where, ObjectNode node) {

  public static JsonFields of(String where, JsonNode node) {
    if (node instanceof ObjectNode object) {
      return new JsonFields(where, object);
    }
    throw new ModelFileError(where + ": expected an object, found " + shown(node));
  }

  public String text(String name) {
    JsonNode field = field(name);
    if (!field.isTextual()) {
      throw wrong(name, "a text", field);
    }
    return field.textValue();
  }

  public long whole(String name) {
    JsonNode field = field(name);
    if (!field.isIntegralNumber() || !field.canConvertToLong()) {
      throw wrong(name, "an integer", field);
    }
    return field.longValue();
  }

  /// An integer in `[low, high]`.
  public int between(String name, int low, int high) {
    long value = whole(name);
    if (value < low || value > high) {
      throw wrong(name, "an integer from " + low + " to " + high, field(name));
    }
    return (int) value;
  }

  public JsonFields object(String name) {
    return of(where + ": field `" + name + "`", field(name));
  }

  public List<String> texts(String name) {
    JsonNode field = field(name);
    List<String> texts = new ArrayList<>();
    for (JsonNode item : field) {
      if (!item.isTextual()) {
        throw wrong(name, "a list of texts", field);
      }
      texts.add(item.textValue());
    }
    if (!field.isArray()) {
      throw wrong(name, "a list of texts", field);
    }
    return texts;
  }

  /// The field, whatever it is.
  public JsonNode field(String name) {
    JsonNode field = node.get(name);
    if (field == null) {
      throw new ModelFileError(where + ": expected a field `" + name + "`");
    }
    return field;
  }

  private ModelFileError wrong(String name, String expected, JsonNode found) {
    return new ModelFileError(
        where + ": field `" + name + "`: expected " + expected + ", found " + shown(found));
  }

  private static String shown(JsonNode node) {
    String text = String.valueOf(node);
    return text.length() <= 40 ? "`" + text + "`" : "`" + text.substring(0, 40) + "…`";
  }
}
