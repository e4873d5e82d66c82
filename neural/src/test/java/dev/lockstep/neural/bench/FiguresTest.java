package dev.lockstep.neural.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.neural.transformer.Positions;
import dev.lockstep.neural.transformer.TransformerSpec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void whatTheHardwareCannotDoIsNoFigure() {
    assertThat(figure(50, 40)).isEqualTo(Figure.Verdict.REACHED);
    assertThat(figure(30, 40)).isEqualTo(Figure.Verdict.MISSED);
    assertThat(figure(130, 40)).isEqualTo(Figure.Verdict.IMPOSSIBLE);
    assertThat(figure(Double.NaN, 40)).isEqualTo(Figure.Verdict.IMPOSSIBLE);
  }

  private static Figure.Verdict figure(double value, double goal) {
    return new Figure("any", value, "%", goal, 100, "").verdict();
  }

  /// 6 · parameters · tokens + 12 · layers · time² · width · batch.
  @Test
  void operationsAreCountedAsTheLiteratureDoes() {
    TransformerSpec spec = TransformerSpec.decoder(10, 10, 8, 2, 3, new Positions.None());
    double expected = 6.0 * spec.parameters() * 4 * 16 + 12.0 * 3 * 16 * 16 * 8 * 4;
    assertThat(Flops.ofTraining(spec, 4, 16, 16)).isEqualTo(expected);
    assertThat(Flops.ofWriting(spec, 16)).isEqualTo(2.0 * spec.parameters() + 4.0 * 3 * 16 * 8);
  }

  /// The peer is a network that learns, not a straw man.
  @Test
  void thePeerTrainsAndWrites() {
    try (StockDecoder stock = new StockDecoder(5, 16, 2, 1)) {
      long[][] tokens = {{1, 2, 3, 4, 0, 1, 2, 3}};
      long[][] targets = {{2, 3, 4, 0, 1, 2, 3, 4}};
      for (int i = 0; i < 5; i++) {
        stock.step(tokens, targets);
      }
      stock.write(new long[] {1, 2}, 5);
      assertThat(stock.manager().isOpen()).isTrue();
    }
  }

  /// Where this machine has PyTorch, its library's decoder is timed beside ours.
  @Test
  void aStepIsTimedOnTheWall() throws IOException, InterruptedException {
    assertThat(new WallTime(1, 16, 1, 16, 2).here()).isPositive();
    WallTime.pyTorch(List.of("1", "16", "1", "16", "2"))
        .ifPresent(said -> assertThat(said).matches("\\S+ [0-9.]+"));
    assertThat(WallTime.beside(40, "1.13.0a0 100.5"))
        .isEqualTo("PyTorch 1.13.0a0 of this machine's Python 101 ms, 2.51 times as long");
  }
}
