package dev.lockstep.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.JsonTrees;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;

/// Deltas as texts, one after the other, each with the name of its first field; no trees are made.
final class DeltaText {
  private final StringWriter text = new StringWriter();
  private final FirstName json;

  DeltaText() throws IOException {
    JsonGenerator generator = JsonTrees.MAPPER.createGenerator(text);
    generator.setRootValueSeparator(new SerializedString("")); // nothing between the texts
    json = new FirstName(generator);
  }

  /// Notices the first field.
  private static final class FirstName extends JsonGeneratorDelegate {
    private Optional<String> first = Optional.empty();

    FirstName(JsonGenerator to) {
      super(to, false); // what writes several things writes them here
    }

    @Override
    public void writeFieldName(String name) throws IOException {
      if (first.isEmpty()) {
        first = Optional.of(name);
      }
      super.writeFieldName(name);
    }
  }

  <D> void of(D delta, DeltaJson<D> deltas) throws IOException {
    text.getBuffer().setLength(0);
    json.first = Optional.empty();
    deltas.write(delta, json);
    json.flush();
  }

  String text() {
    return text.toString();
  }

  /// The first field of the delta, which names its kind.
  Optional<String> kind() {
    return json.first;
  }
}
