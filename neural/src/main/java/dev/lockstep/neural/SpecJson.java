package dev.lockstep.neural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Specs as JSON, for `model.json`: the record's fields, and `kind` `local` or `sequence`.
@SuppressWarnings("DoNotCallSuggester")
public final class SpecJson {
  private SpecJson() {}

  public static ObjectNode write(ModelSpec spec) {
    throw new UnsupportedOperationException();
  }

  /// Reads what `write` wrote. Throws `ModelFileError` for anything else.
  ///
  /// @param where the file's name, for the message
  public static ModelSpec read(JsonNode json, String where) {
    throw new UnsupportedOperationException();
  }
}
