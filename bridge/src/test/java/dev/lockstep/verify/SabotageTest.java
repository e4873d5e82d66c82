package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.execute.LayoutMachine;
import dev.lockstep.execute.LogitNetwork;
import dev.lockstep.execute.LoopedExecutor;
import dev.lockstep.execute.Toy;
import dev.lockstep.execute.WindowNetwork;
import dev.lockstep.learn.ToyModel;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.TraceRecorder;
import dev.lockstep.machine.Value;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.Weights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is changed behind a model's back is caught, or is no change.
class SabotageTest {
  private static final Toy TOY = Toy.INCREMENT;
  private static final Budget BUDGET = Budget.ofSteps(25);
  private static final List<Toy.Tape> STARTS =
      List.of("", "0", "1", "1011", "0111111").stream()
          .map(text -> TOY.start(Value.of(text)))
          .toList();

  private static ToyModel.Learned learned;

  @BeforeAll
  static void learn() {
    learned = ToyModel.learned(TOY);
  }

  @Test
  void theUntouchedModelIsCertifiedAndExact(@TempDir Path folder) {
    ModelDirectory.write(folder.resolve("model"), learned.card(), learned.weights(), "");
    try (LoopedExecutor<Toy.Tape, Toy.Write> executor =
        new LoopedExecutor<>(
            ModelDirectory.read(folder.resolve("model")), TOY, TOY, Hardware.CPU)) {
      Certificate certificate = certify(executor.network());

      assertThat(certificate.holds()).as(CertificateText.text(certificate)).isTrue();
      assertThat(new Verifier<>(TOY).verifyAll(executor, STARTS, BUDGET)).allMatch(Verdict::exact);
    }
  }

  /// Every tensor: its sign, noise, one element. A mutant is equivalent where all windows get the
  /// right answer still; all others fail the certificate.
  @Test
  void resealedWeightsAreCaughtOrEquivalent() {
    int caught = 0;
    int equivalent = 0;
    int seenInRuns = 0;
    for (String name : learned.weights().tensors().keySet()) {
      for (Weights mutant : mutants(name)) {
        WindowNetwork network = ToyModel.network(TOY, mutant);
        long[] wrong = {0};
        Judged.all(TOY, network, judged -> wrong[0] += judged.right() ? 0 : 1);
        if (wrong[0] == 0) {
          equivalent++;
        } else {
          caught++;
        }
        Certificate certificate = certify(network);
        assertThat(certificate.wrong()).as(name).isGreaterThanOrEqualTo(wrong[0]);
        assertThat(certificate.holds() && wrong[0] > 0).as(name).isFalse();
        seenInRuns += caughtInRuns(network, wrong[0] == 0);
        network.model().close();
      }
    }
    assertThat(caught + equivalent).isEqualTo(3 * learned.weights().tensors().size());
    assertThat(caught).as("equivalent: %s", equivalent).isGreaterThan(equivalent / 4);
    assertThat(seenInRuns).isPositive();
    System.out.printf(
        "sabotage: %d mutants caught, %d equivalent on all windows%n", caught, equivalent);
  }

  /// How many runs the verifier finds wrong, each at the step at which its trace, taken alone,
  /// first differs.
  private static int caughtInRuns(WindowNetwork network, boolean equivalent) {
    Interpreter<Toy.Tape, Toy.Write> mutant =
        new Interpreter<>(new LayoutMachine<>(TOY, TOY, network));
    List<Verdict<Toy.Tape, Toy.Write>> verdicts =
        new Verifier<>(TOY).verifyAll(mutant, STARTS, BUDGET);
    List<TraceRecorder<Toy.Tape, Toy.Write>> claims =
        STARTS.stream().map(_ -> new TraceRecorder<Toy.Tape, Toy.Write>()).toList();
    mutant.runAll(STARTS, BUDGET, claims);
    int diverged = 0;
    for (int i = 0; i < STARTS.size(); i++) {
      Trace<Toy.Tape, Toy.Write> truth = new Interpreter<>(TOY).trace(STARTS.get(i), BUDGET);
      Trace<Toy.Tape, Toy.Write> claim = claims.get(i).trace();
      boolean same = claim.deltas().equals(truth.deltas()) && claim.ending().equals(truth.ending());
      assertThat(verdicts.get(i).exact()).isEqualTo(same);
      assertThat(verdicts.get(i).steps()).isEqualTo(agreeing(truth.deltas(), claim.deltas()));
      assertThat(equivalent && !same).isFalse();
      diverged += same ? 0 : 1;
    }
    return diverged;
  }

  private static int agreeing(List<Toy.Write> some, List<Toy.Write> others) {
    int agree = 0;
    while (agree < Math.min(some.size(), others.size())
        && some.get(agree).equals(others.get(agree))) {
      agree++;
    }
    return agree;
  }

  private static List<Weights> mutants(String name) {
    HostTensor tensor = learned.weights().tensors().get(name);
    SplittableRandom random = new SplittableRandom(name.hashCode());
    float[] negated = tensor.floats();
    float[] noisy = tensor.floats();
    float[] poked = tensor.floats();
    for (int i = 0; i < negated.length; i++) {
      negated[i] = -negated[i];
      noisy[i] += (float) random.nextGaussian();
    }
    poked[random.nextInt(poked.length)] += 10;
    return List.of(negated, noisy, poked).stream()
        .map(values -> learned.weights().with(name, HostTensor.of(tensor.shape(), values)))
        .toList();
  }

  @Test
  void aModelOfACorruptedMachineIsCaughtWithTheRuleThatIsWrong() {
    Toy corrupted = TOY.with("b0", "0LH");
    ToyModel.Learned wrong = ToyModel.learned(corrupted);
    WindowNetwork network = ToyModel.network(TOY, wrong.weights());

    Certificate certificate = certify(network);

    assertThat(certificate.holds()).isFalse();
    assertThat(certificate.failures())
        .hasSize(9)
        .allMatch(failure -> failure.rule().equals("rule b0 -> 1LH"));
    Verdict<Toy.Tape, Toy.Write> verdict =
        new Verifier<>(TOY)
            .verify(
                new Interpreter<>(new LayoutMachine<>(TOY, TOY, network)),
                TOY.start(Value.of("1011")),
                BUDGET);
    assertThat(verdict.describe())
        .isEqualTo(
            "diverged at step 8: expected Write[symbol=1, move=-1, state=H],"
                + " claimed Write[symbol=0, move=-1, state=H]");
    network.model().close();
  }

  private static Certificate certify(WindowNetwork network) {
    SequencedMap<String, LogitNetwork> others = new LinkedHashMap<>();
    return Certifier.certify(
        TOY,
        network,
        others,
        new Certificate.Subject(
            "increment.toy",
            ToyModel.hash(TOY).hex(),
            network.model().weights().sha256(),
            Arithmetic.of(Hardware.CPU)));
  }
}
