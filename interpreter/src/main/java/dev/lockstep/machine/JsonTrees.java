package dev.lockstep.machine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// JSON as trees of nodes.
public final class JsonTrees {
  /// Reads and writes JSON as Lockstep does everywhere: integers of any length, nested 10,000 deep,
  /// no key twice. It takes long to make, so what can do without reads and writes by `ValueJson`.
  public static final ObjectMapper MAPPER =
      JsonMapper.builder(ValueJson.FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private JsonTrees() {}
}
