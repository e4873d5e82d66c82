package dev.lockstep.verify;

import dev.lockstep.execute.LogitNetwork;
import dev.lockstep.execute.LoopedExecutor;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.model.StoredModel;
import dev.lockstep.neural.Arithmetic;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Certificates of stored models, with all the noise that can be measured from here: batch sizes,
/// places in the batch, plain float64 kernels, and another number of threads.
public final class ModelCertificate {
  private ModelCertificate() {}

  /// Throws `TooManyWindows`.
  ///
  /// @param layout of the program that the model is judged by
  public static <C, D> Certificate of(
      StoredModel stored,
      LoopedExecutor<C, D> executor,
      Layout<C, D> layout,
      String program,
      ProgramHash hash) {
    return of(stored, executor, layout, program, hash, () -> {});
  }

  /// The same; `each` is called before each batch of windows, and may throw to give up.
  public static <C, D> Certificate of(
      StoredModel stored,
      LoopedExecutor<C, D> executor,
      Layout<C, D> layout,
      String program,
      ProgramHash hash,
      Runnable each) {
    Arithmetic arithmetic = Arithmetic.of(executor.network().model().hardware());
    Certificate.Subject subject =
        new Certificate.Subject(program, hash.hex(), stored.weights().sha256(), arithmetic);
    LogitNetwork network =
        windows -> {
          each.run();
          return executor.network().logits(windows);
        };
    return Certifier.certify(layout, network, otherWays(stored.directory(), arithmetic), subject);
  }

  /// The other ways to compute the logits of the model in `directory`, by name.
  ///
  /// @param arithmetic the way that is certified
  public static SequencedMap<String, LogitNetwork> otherWays(
      Path directory, Arithmetic arithmetic) {
    int threads = arithmetic.threads() == 1 ? 2 : 1;
    SequencedMap<String, LogitNetwork> ways = new LinkedHashMap<>();
    ways.put("plain float64 kernels", new PlainNetwork(directory));
    ways.put(
        threads == 1 ? "1 thread" : threads + " threads", new OtherThreads(directory, threads));
    return ways;
  }
}
