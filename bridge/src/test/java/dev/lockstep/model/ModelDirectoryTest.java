package dev.lockstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDirectoryTest {
  private static final LocalSpec SPEC =
      new LocalSpec(List.of(2), List.of(2, 3), 3, 2, 4, 1, 1, 4, Activation.RELU);
  private static final Weights WEIGHTS = Weights.seeded(SPEC, 1);
  private static final ProgramHash PROGRAM = ProgramHash.ofPrinted("program");
  private static final ModelCard CARD =
      new ModelCard(
          new ModelKind.Looped(List.of("_", "x"), 0, 1, SPEC),
          "turing",
          "add.tm",
          PROGRAM,
          -5,
          300,
          JsonNodeFactory.instance.objectNode().put("loss", 0.5),
          new Arithmetic("PyTorch", "2.7.1", "cpu", 1, "float32"),
          WEIGHTS.sha256(),
          "0.1.0");

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void written() {
    model = folder.resolve("model");
    ModelDirectory.write(model, CARD, WEIGHTS, "the source\n");
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(ModelDirectory.read(model))
        .isEqualTo(new StoredModel(model, CARD, WEIGHTS, "the source\n"));
  }

  @Test
  void otherKindsKeepTheirNotation() {
    ModelKind kind =
        new ModelKind.Scratchpad(JsonNodeFactory.instance.objectNode().put("mode", "full"), SPEC);
    ModelCard card =
        new ModelCard(
            kind,
            "mu",
            "a.mu",
            PROGRAM,
            0,
            1,
            CARD.figures(),
            CARD.arithmetic(),
            WEIGHTS.sha256(),
            "0.1.0");

    ModelDirectory.write(model, card, WEIGHTS, "");

    assertThat(ModelDirectory.read(model).card()).isEqualTo(card);
    assertThat(model.resolve("add.tm")).doesNotExist();
  }

  @Test
  void anyByteChangedIsNoticed() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(model)) {
      files = list.sorted().toList();
    }
    assertThat(files).hasSize(4);
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      int stride = Math.max(1, whole.length / 200);
      for (int i = 0; i < whole.length; i += stride) {
        byte[] changed = whole.clone();
        changed[i] ^= 1;
        Files.write(file, changed);
        assertThatThrownBy(() -> ModelDirectory.read(model))
            .as("%s, byte %s", file, i)
            .isInstanceOf(ModelFileError.class)
            .hasMessageStartingWith(model.toString());
      }
      Files.write(file, whole);
    }
    assertThat(ModelDirectory.read(model).card()).isEqualTo(CARD);
  }

  @Test
  void whatIsMissingOrCutIsNamed() throws IOException {
    Path weights = model.resolve("weights.safetensors");
    byte[] whole = Files.readAllBytes(weights);

    Files.write(weights, Arrays.copyOf(whole, whole.length / 2));
    assertUnreadable("weights.safetensors: damaged: its SHA-256 is not the one in SHA256SUMS");
    Files.delete(weights);
    assertUnreadable("weights.safetensors: no such file; the model is incomplete");
    Files.writeString(model.resolve("model.json"), "{\"format\": \"lockstep-model\",");
    assertUnreadable("model.json:1: damaged: not JSON: Unexpected end-of-input");
    Files.delete(model.resolve("model.json"));
    assertUnreadable("model: not a model: it has no model.json");
    model = folder.resolve("nowhere");
    assertUnreadable("nowhere: no such model");
  }

  @Test
  void anotherVersionIsNamed() throws IOException {
    Path card = model.resolve("model.json");
    String text = Files.readString(card);

    Files.writeString(card, text.replace("\"version\" : 1,", "\"version\" : 2,"));
    assertUnreadable("model.json: format version 2, this Lockstep reads 1");
    Files.writeString(card, text.replace("lockstep-model", "other"));
    assertUnreadable("model.json: not a Lockstep model");
    Files.writeString(card, text.replace("\"language\"", "\"tongue\""));
    assertUnreadable("model.json: expected a field `language`");
    Files.writeString(card, text.replace("add.tm", "../add.tm"));
    assertUnreadable("model.json: not a file name: `../add.tm`");
  }

  @Test
  void anotherProgramIsAnErrorOfItsOwn() {
    StoredModel stored = ModelDirectory.read(model);
    ProgramHash other = ProgramHash.ofPrinted("other");

    stored.requireProgram("add.tm", PROGRAM);
    assertThatThrownBy(() -> stored.requireProgram("mine.tm", other))
        .isInstanceOf(WrongProgram.class)
        .hasMessage(
            model
                + ": trained on `add.tm` ("
                + PROGRAM.brief()
                + "…), and `mine.tm` is another program ("
                + other.brief()
                + "…)");
  }

  @Test
  void onlyModelsAreReplaced() throws IOException {
    ModelDirectory.write(model, CARD, Weights.seeded(SPEC, 2), "");
    assertThat(ModelDirectory.read(model).weights()).isEqualTo(Weights.seeded(SPEC, 2));

    Path letters = Files.createDirectory(folder.resolve("letters"));
    ModelDirectory.write(letters, CARD, WEIGHTS, "");
    Path others = Files.createDirectory(folder.resolve("others"));
    Files.writeString(others.resolve("letter.txt"), "dear");
    assertThatThrownBy(() -> ModelDirectory.write(others, CARD, WEIGHTS, ""))
        .isInstanceOf(ModelFileError.class)
        .hasMessageEndingWith("exists and is not a model; remove it or choose another name");
    assertThat(others.resolve("letter.txt")).hasContent("dear");
    try (Stream<Path> list = Files.list(folder)) {
      assertThat(list.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("model", "letters", "others");
    }
  }

  private void assertUnreadable(String message) {
    assertThatThrownBy(() -> ModelDirectory.read(model))
        .isInstanceOf(ModelFileError.class)
        .hasMessageContaining(message);
  }
}
