package dev.lockstep.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The shapes of models: what they refuse, what they weigh, and their form in a file.
class SpecTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void specsSurviveTheirJson() throws Exception {
    for (ModelSpec spec :
        List.of(Fixtures.local(3, Activation.GELU), Fixtures.sequence(PositionScheme.ALIBI))) {
      String text = SpecJson.write(spec).toString();
      assertThat(SpecJson.read(JSON.readTree(text), "model.json")).isEqualTo(spec);
    }
    TrainingPlan plan =
        new TrainingPlan(-1, 9, 3, 0.1, 2, Decay.LINEAR, 0, Double.POSITIVE_INFINITY);
    String text = SpecJson.write(plan).toString();
    assertThat(SpecJson.readPlan(JSON.readTree(text), "model.json")).isEqualTo(plan);
  }

  @Test
  void theJsonIsReadable() {
    assertThat(SpecJson.write(Fixtures.local(3, Activation.RELU)).toString())
        .isEqualTo(
            "{\"kind\":\"local\",\"queryFeatures\":[5,2],\"slotFeatures\":[5,3],\"slots\":3,"
                + "\"classes\":6,\"width\":8,\"heads\":2,\"layers\":2,\"hidden\":12,"
                + "\"activation\":\"RELU\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kind":"remote"}                     | found `remote`
          []                                    | expected the model's spec
          {"kind":"local"}                      | there is no `queryFeatures`
          "width":7,                            | multiple of `heads`, found 7 and 2
          "width":"8",                          | Cannot coerce
          "width":8.5,                          | Cannot coerce
          "width":1000000000,                   | expected `width` from 1 to 16384
          "width":8,"colour":1,                 | Unrecognized field
          """)
  void specsFromFilesAreChecked(String text, String problem) throws Exception {
    String whole =
        text.startsWith("\"")
            ? "{\"kind\":\"local\",\"queryFeatures\":[5],\"slotFeatures\":[5],\"slots\":3,\"classes\":6,"
                + text
                + "\"heads\":2,\"layers\":1,\"hidden\":8,\"activation\":\"RELU\"}"
            : text;
    assertThatExceptionOfType(ModelFileError.class)
        .isThrownBy(() -> SpecJson.read(JSON.readTree(whole), "model.json"))
        .withMessageStartingWith("model.json: ")
        .withMessageContaining(problem);
  }

  @Test
  void parametersAreCountedAndLimited() {
    LocalSpec spec = new LocalSpec(List.of(7), List.of(7, 3), 3, 7, 4, 2, 1, 8, Activation.RELU);
    int embeddings = (7 + 7 + 3) * 4;
    int attention = 4 * 16 + 2 * 4;
    int feedForward = 4 * 8 + 8 + 8 * 4 + 4;
    int norms = 4 * 2 * 4;
    assertThat(spec.parameters())
        .isEqualTo(embeddings + attention + feedForward + norms + 7 * 4 + 7);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LocalSpec(
                    List.of(1 << 22), List.of(2), 1, 2, 1 << 14, 1, 1, 8, Activation.RELU))
        .withMessageContaining("parameters");
  }

  @Test
  void positionsThatDoNotFitAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sequence(6, 2, PositionScheme.ROTARY))
        .withMessageContaining("even head width, found 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sequence(3, 1, PositionScheme.SINUSOIDAL))
        .withMessageContaining("even width, found 3");
    assertThat(sequence(3, 1, PositionScheme.LEARNED).tensors())
        .containsEntry("position.embedding", List.of(10L, 3L));
  }

  private static SequenceSpec sequence(int width, int heads, PositionScheme positions) {
    return new SequenceSpec(
        List.of(4), List.of(), 4, width, heads, 1, 8, Activation.RELU, positions, 10);
  }
}
