package dev.lockstep.machine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;

/// How a language's deltas are written in trace files: one flat JSON object each, readable by a
/// person, and back.
public interface DeltaJson<D> {
  /// Writes one object.
  void write(D delta, JsonGenerator json) throws IOException;

  /// Throws `IllegalArgumentException`, naming the field, where the node is no delta.
  D read(JsonNode node);

  /// The object that is written, as a tree.
  default ObjectNode write(D delta) {
    try (TokenBuffer tokens = new TokenBuffer(JsonTrees.MAPPER, false)) {
      write(delta, tokens);
      return tokens.asParser().readValueAsTree();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
