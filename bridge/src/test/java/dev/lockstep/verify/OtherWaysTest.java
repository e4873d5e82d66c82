package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.execute.LogitNetwork;
import dev.lockstep.execute.LoopedExecutor;
import dev.lockstep.execute.Toy;
import dev.lockstep.learn.ToyModel;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherWaysTest {
  @Test
  void otherKernelsAndOtherThreadsDifferByNoiseOnly(@TempDir Path folder) {
    Toy toy = Toy.INCREMENT;
    ToyModel.Learned learned = ToyModel.learned(toy);
    Path model = folder.resolve("model");
    ModelDirectory.write(model, learned.card(), learned.weights(), "");
    SequencedMap<String, LogitNetwork> others = new LinkedHashMap<>();
    others.put("plain float64", new PlainNetwork(model));
    others.put("2 threads", new OtherThreads(model, 2));

    try (LoopedExecutor<Toy.Tape, Toy.Write> executor =
        new LoopedExecutor<>(ModelDirectory.read(model), toy, toy, Hardware.CPU)) {
      Certificate certificate =
          Certifier.certify(
              toy,
              executor.network(),
              others,
              new Certificate.Subject(
                  "increment.toy",
                  ToyModel.hash(toy).hex(),
                  learned.weights().sha256(),
                  Arithmetic.of(Hardware.CPU)));

      assertThat(certificate.holds()).as(CertificateText.text(certificate)).isTrue();
      assertThat(certificate.spread().by())
          .containsOnlyKeys("batch size", "place in the batch", "plain float64", "2 threads");
      assertThat(certificate.spread().by().get("plain float64")).isBetween(1e-9, 1e-3);
      assertThat(certificate.spread().by().get("2 threads")).isLessThan(1e-3);
    }
  }
}
