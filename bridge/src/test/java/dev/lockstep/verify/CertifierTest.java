package dev.lockstep.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.data.Marks;
import dev.lockstep.execute.LogitNetwork;
import dev.lockstep.execute.Toy;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.turing.TuringLanguage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CertifierTest {
  private static final Toy TOY = Toy.INCREMENT;
  private static final Certificate.Subject SUBJECT =
      new Certificate.Subject(
          "increment",
          "0".repeat(64),
          "1".repeat(64),
          new Arithmetic("none", "0", "cpu", 1, "none"));

  @Test
  void theRuleItselfIsCertified() {
    Certificate certificate = certify(TOY, network(TOY, 4));

    assertThat(certificate.objections()).isEmpty();
    assertThat(certificate.holds()).isTrue();
    assertThat(certificate.windows()).isEqualTo(27 + 3 * 9 * 9);
    assertThat(certificate.leastMargin()).isEqualTo(4);
    assertThat(certificate.bound()).isEqualTo(0.5);
    assertThat(CertificateText.text(certificate))
        .startsWith("CERTIFIED\n")
        .contains("On each of the 270 windows that I allows")
        .contains("at most one cell holds a head");
    assertThat(CertificateText.json(certificate).path("certified").asBoolean()).isTrue();
  }

  @Test
  void aMarginAtTheBoundIsNotEnough() {
    assertThat(certify(TOY, network(TOY, 0.5f)).holds()).isFalse();
    assertThat(certify(TOY, network(TOY, 0.5001f)).holds()).isTrue();
  }

  @Test
  void aCorruptedRuleIsNamed() {
    Certificate certificate = certify(TOY, network(TOY.with("b0", "0LH"), 4));

    assertThat(certificate.holds()).isFalse();
    assertThat(certificate.wrong()).isEqualTo(9);
    assertThat(certificate.failures())
        .allSatisfy(failure -> assertThat(failure.rule()).isEqualTo("rule b0 -> 1LH"))
        .contains(new Certificate.Failure("_ [b:0] _", "1", "0", -4, "rule b0 -> 1LH"));
    assertThat(CertificateText.text(certificate))
        .startsWith("NOT CERTIFIED\n")
        .contains("9 windows fail:")
        .doesNotContain("Hence");
  }

  @Test
  void whatIsNoNumberIsNotCertified() {
    for (float oddity : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      LogitNetwork right = network(TOY, 4);
      LogitNetwork odd =
          windows -> {
            float[][] logits = right.logits(windows);
            for (int i = 0; i < windows.length; i++) {
              if (Arrays.equals(windows[i], new int[] {0, 1, 2})) {
                Arrays.fill(logits[i], oddity);
              }
            }
            return logits;
          };
      Certificate certificate = certify(TOY, odd);
      assertThat(certificate.holds()).as("%s", oddity).isFalse();
      assertThat(certificate.wrong()).isPositive();
    }
  }

  @Test
  void theBoundGrowsWithTheNoise() {
    AtomicLong calls = new AtomicLong();
    LogitNetwork right = network(TOY, 4);
    LogitNetwork noisy =
        windows -> {
          float[][] logits = right.logits(windows);
          float noise = (calls.getAndIncrement() % 5) * 2e-3f;
          for (float[] row : logits) {
            row[0] += noise;
          }
          return logits;
        };

    Certificate certificate = certify(TOY, noisy);

    assertThat(certificate.bound()).isBetween(5.9, 6.1);
    assertThat(certificate.holds()).isFalse();
  }

  @Test
  void anotherWayToComputeCountsAsNoise() {
    SequencedMap<String, LogitNetwork> others = new LinkedHashMap<>();
    others.put("plain path", network(TOY, 4.002f));

    Certificate certificate = Certifier.certify(TOY, network(TOY, 4), others, SUBJECT);

    assertThat(certificate.spread().by()).containsKeys("batch size", "plain path");
    assertThat(certificate.bound()).isBetween(1.9, 2.1);
    assertThat(certificate.holds()).isTrue();
  }

  @Test
  void aRuleThatDoublesHeadsIsRefused() {
    Layout<Toy.Tape, Toy.Write> doubling =
        new Altered(TOY, window -> window[0] >= 3 ? window[0] : TOY.rule(window), TOY.contents());

    assertThat(Closure.objections(doubling, Marks.of(doubling)))
        .anyMatch(it -> it.startsWith("one mark becomes two: "));
  }

  @Test
  void aRichAlphabetIsNoObstacle() {
    StringBuilder rules = new StringBuilder("blank _\nstart a\nhalt done\n");
    for (char symbol = 'A'; symbol < 'A' + 30; symbol++) {
      rules.append("a: %1$c -> %1$c R b\nb: %1$c -> A R a\n".formatted(symbol));
    }
    TuringLanguage turing = new TuringLanguage();
    var layout = turing.layout(turing.parse(new Source("rich.tm", rules.toString()))).orElseThrow();

    assertThat(layout.contents()).hasSizeGreaterThan(90);
    assertThat(Closure.objections(layout, Marks.of(layout))).isEmpty();
  }

  @Test
  void aRuleThatMakesHeadsFromNothingIsRefused() {
    Layout<Toy.Tape, Toy.Write> sparking =
        new Altered(
            TOY,
            window -> Arrays.equals(window, new int[] {1, 1, 1}) ? 5 : TOY.rule(window),
            TOY.contents());

    assertThat(Closure.objections(sparking, Marks.of(sparking)))
        .anyMatch(it -> it.equals("a mark appears where none is near: 0 [0] 0"));
  }

  @Test
  void aRuleThatWritesOnBlankCellsIsRefused() {
    Layout<Toy.Tape, Toy.Write> writing =
        new Altered(
            TOY,
            window -> Arrays.equals(window, new int[] {0, 0, 0}) ? 1 : TOY.rule(window),
            TOY.contents());

    assertThat(Closure.objections(writing, Marks.of(writing)))
        .containsExactly("blank cells do not stay blank: _ [_] _");
  }

  @Test
  void reducedArithmeticIsNotCertified() {
    Arithmetic reduced = new Arithmetic("none", "0", "gpu", 1, Arithmetic.REDUCED);
    Certificate certificate =
        Certifier.certify(
            TOY,
            network(TOY, 4),
            new LinkedHashMap<>(),
            new Certificate.Subject("increment", "0", "1", reduced));

    assertThat(certificate.holds()).isFalse();
    assertThat(certificate.objections()).singleElement().asString().contains("TF32");
  }

  @Test
  void aLayoutThatIsNotTheMachinesIsNotCertified() {
    Toy other = TOY.with("b0", "0LH");
    Agreement agreement = Agreement.of(TOY, other, List.of(Value.of("1011")), Budget.ofSteps(100));
    Certificate certificate = certify(other, network(other, 4));

    assertThat(certificate.holds()).isTrue();
    assertThat(certificate.compared(agreement).holds()).isFalse();
    assertThat(CertificateText.text(certificate.compared(agreement)))
        .startsWith("NOT CERTIFIED\n")
        .contains("runs by the layout's rule that part:", "diverged at step 8: ");
  }

  @Test
  void tooManyWindowsAreRefused() {
    List<String> names = IntStream.range(0, 200_000).mapToObj(Integer::toString).toList();

    assertThatThrownBy(() -> Certifier.requireEnumerable(new Altered(TOY, TOY::rule, names)))
        .isInstanceOf(TooManyWindows.class)
        .hasMessageContaining("at most 5,000,000 are enumerated");
  }

  private static Certificate certify(Toy toy, LogitNetwork network) {
    return Certifier.certify(toy, network, new LinkedHashMap<>(), SUBJECT);
  }

  /// Says what `toy`'s rule says, surer than anything else by `margin`.
  static LogitNetwork network(Toy toy, float margin) {
    return windows -> {
      float[][] logits = new float[windows.length][toy.contents().size()];
      for (int i = 0; i < windows.length; i++) {
        logits[i][toy.rule(windows[i])] = margin;
      }
      return logits;
    };
  }

  /// A toy's layout with another rule or other contents.
  private record Altered(Toy toy, ToIntFunction<int[]> other, List<String> contents)
      implements Layout<Toy.Tape, Toy.Write> {
    @Override
    public int blank() {
      return toy.blank();
    }

    @Override
    public int radius() {
      return toy.radius();
    }

    @Override
    public Row row(Toy.Tape tape) {
      return toy.row(tape);
    }

    @Override
    public Next<Toy.Write> step(Toy.Tape before, Row after) {
      return toy.step(before, after);
    }

    @Override
    public boolean over(Toy.Tape tape) {
      return toy.over(tape);
    }

    @Override
    public int rule(int[] window) {
      return other.applyAsInt(window);
    }

    @Override
    public boolean allowed(int[] window) {
      return toy.allowed(window);
    }

    @Override
    public void windows(Consumer<int[]> each) {
      toy.windows(each);
    }

    @Override
    public String invariant() {
      return toy.invariant();
    }

    @Override
    public String explain(int[] window) {
      return toy.explain(window);
    }
  }
}
