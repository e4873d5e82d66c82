package dev.lockstep.neural;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;

/// Specs and plans as JSON, for `model.json` and checkpoints: the record's components, and for
/// specs `kind`, `local` or `sequence`, before them.
public final class SpecJson {
  private static final String KIND = "kind";
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private SpecJson() {}

  public static ObjectNode write(ModelSpec spec) {
    String kind =
        switch (spec) {
          case LocalSpec _ -> "local";
          case SequenceSpec _ -> "sequence";
        };
    return writeRecord(kind, (Record) spec);
  }

  /// Reads what `write` wrote.
  ///
  /// @param where the file's name, for the message
  /// @throws ModelFileError for anything else
  public static ModelSpec read(JsonNode json, String where) {
    if (!(json instanceof ObjectNode node)) {
      throw new ModelFileError(where + ": expected the model's spec, an object");
    }
    ObjectNode components = node.deepCopy();
    components.remove(KIND);
    String kind = node.path(KIND).asText();
    return switch (kind) {
      case "local" -> record(components, LocalSpec.class, where);
      case "sequence" -> record(components, SequenceSpec.class, where);
      default ->
          throw new ModelFileError(
              "%s: expected a model of kind `local` or `sequence`, found `%s`"
                  .formatted(where, kind));
    };
  }

  /// A record as an object, with its `kind` first.
  public static ObjectNode writeRecord(String kind, Record record) {
    ObjectNode json = STRICT.createObjectNode().put(KIND, kind);
    json.setAll((ObjectNode) STRICT.valueToTree(record));
    return json;
  }

  /// Reads what `writeRecord` wrote.
  ///
  /// @param where the file's name, for the message
  /// @throws ModelFileError for anything else
  public static <T extends Record> T readRecord(
      String kind, JsonNode json, Class<T> type, String where) {
    if (!(json instanceof ObjectNode node) || !node.path(KIND).asText().equals(kind)) {
      throw new ModelFileError("%s: expected a model of kind `%s`".formatted(where, kind));
    }
    ObjectNode components = node.deepCopy();
    components.remove(KIND);
    return record(components, type, where);
  }

  static ObjectNode write(TrainingPlan plan) {
    return STRICT.valueToTree(plan);
  }

  static TrainingPlan readPlan(JsonNode json, String where) {
    return record(json, TrainingPlan.class, where);
  }

  static ObjectNode write(Arithmetic arithmetic) {
    return STRICT.valueToTree(arithmetic);
  }

  static Arithmetic readArithmetic(JsonNode json, String where) {
    return record(json, Arithmetic.class, where);
  }

  private static <T extends Record> T record(JsonNode json, Class<T> type, String where) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (!json.hasNonNull(component.getName())) {
        throw new ModelFileError("%s: there is no `%s`".formatted(where, component.getName()));
      }
    }
    try {
      return STRICT.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      Throwable cause = e.getCause() instanceof IllegalArgumentException refused ? refused : e;
      String problem =
          cause instanceof JsonProcessingException jackson
              ? jackson.getOriginalMessage()
              : cause.getMessage();
      throw new ModelFileError("%s: %s".formatted(where, problem));
    }
  }
}
