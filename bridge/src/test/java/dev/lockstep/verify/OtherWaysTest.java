package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.execute.LoopedExecutor;
import dev.lockstep.execute.Toy;
import dev.lockstep.learn.ToyModel;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.model.StoredModel;
import dev.lockstep.neural.Hardware;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherWaysTest {
  @Test
  void otherKernelsAndOtherThreadsDifferByNoiseOnly(@TempDir Path folder) {
    Toy toy = Toy.INCREMENT;
    ToyModel.Learned learned = ToyModel.learned(toy);
    Path model = folder.resolve("model");
    ModelDirectory.write(model, learned.card(), learned.weights(), "");
    StoredModel stored = ModelDirectory.read(model);
    try (LoopedExecutor<Toy.Tape, Toy.Write> executor =
        new LoopedExecutor<>(stored, toy, toy, Hardware.CPU)) {
      Certificate certificate =
          ModelCertificate.of(stored, executor, toy, "increment.toy", ToyModel.hash(toy));

      assertThat(certificate.holds()).as(CertificateText.text(certificate)).isTrue();
      assertThat(certificate.spread().by())
          .containsOnlyKeys(
              "batch size", "place in the batch", "plain float64 kernels", "2 threads");
      assertThat(certificate.spread().by().get("plain float64 kernels")).isBetween(1e-9, 1e-3);
      assertThat(certificate.spread().by().get("2 threads")).isLessThan(1e-3);
    }
  }
}
