package dev.lockstep.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.JsonTrees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The published schema and the writer agree.
class TraceSchemaTest {
  private static final Path SCHEMA = Path.of("..", "docs", "trace.schema.json");

  @Test
  void writtenLinesAreValid() throws IOException {
    JsonSchema schema = schema();
    for (byte[] file :
        List.of(
            Countdown.file(6, Budget.DEFAULT),
            Countdown.file(3, Budget.DEFAULT),
            Countdown.file(9, Budget.ofSteps(2)))) {
      for (String line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
        assertThat(schema.validate(JsonTrees.MAPPER.readTree(line))).as(line).isEmpty();
      }
    }
  }

  @Test
  void otherLinesAreNot() throws IOException {
    JsonSchema schema = schema();
    for (String line :
        List.of(
            "{}",
            "[]",
            "{\"step\":0,\"delta\":{}}",
            "{\"step\":1}",
            "{\"step\":1,\"delta\":{},\"extra\":1}",
            "{\"outcome\":\"halted\"}",
            "{\"outcome\":\"garbled\",\"steps\":3}",
            "{\"sha256\":\"12\"}")) {
      assertThat(schema.validate(JsonTrees.MAPPER.readTree(line))).as(line).isNotEmpty();
    }
  }

  private static JsonSchema schema() throws IOException {
    JsonNode node = JsonTrees.MAPPER.readTree(Files.readString(SCHEMA));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(node);
  }
}
