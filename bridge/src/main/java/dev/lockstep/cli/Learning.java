package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.learn.Progress;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.neural.Arithmetic;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// One training for `lockstep learn`, of either kind of executor.
interface Learning {
  int REPORTS_PER_CHECKPOINT = 4;

  /// Trains until done or until `stop` says so, and gives the exit code; stopped, it leaves a
  /// checkpoint and no model.
  int learn(BooleanSupplier stop);

  /// The same, stopped by Ctrl-C.
  default int run(Terminal terminal) {
    try (Interruption interruption = new Interruption()) {
      int code = learn(interruption::asked);
      terminal.out().flush();
      terminal.err().flush();
      return code;
    }
  }

  /// Progress that is shown, and saved every now and then.
  static Progress saving(Progress shown, Runnable save) {
    int[] reports = new int[1];
    return report -> {
      shown.report(report);
      if (++reports[0] % REPORTS_PER_CHECKPOINT == 0) {
        save.run();
      }
    };
  }

  static void announce(
      Terminal terminal, Loaded<?, ?, ?> loaded, long steps, long seed, Arithmetic arithmetic) {
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "learn: %s, at most %,d steps, seed %d, on %s %s, %s, threads %d%n",
            loaded.source().name(),
            steps,
            seed,
            arithmetic.engine(),
            arithmetic.version(),
            arithmetic.device(),
            arithmetic.threads());
    terminal.err().flush();
  }

  static int interrupted(Terminal terminal, long steps) {
    terminal
        .err()
        .printf(Locale.ROOT, "learn: interrupted after %,d steps; --resume goes on%n", steps);
    return ExitCode.CHECK_FAILED;
  }

  static ObjectNode summary(Loaded<?, ?, ?> loaded, LearnCommand.Wish wish, long steps, long seed) {
    return JsonTrees.MAPPER
        .createObjectNode()
        .put("model", wish.output().toString())
        .put("program", loaded.source().name())
        .put("steps", steps)
        .put("seed", seed);
  }
}
