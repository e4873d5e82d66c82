package dev.lockstep.examples.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lockstep.grammar.Source;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.generate.Family;
import dev.lockstep.mu.generate.Knobs;
import dev.lockstep.mu.generate.ProgramGenerator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Parsing and checking Mu, in CPU seconds of the whole process: the garbage collector counts.
///
/// @param say takes the lines to show
record ParsingSpeed(MuLanguage mu, Consumer<String> say) {
  private static final int WARM_UPS = 20;
  private static final int REPEATS = 3;
  private static final int WARM_MEGABYTES = 12; // until the JVM has compiled what is hot
  private static final int SHALLOWEST = 12_500;
  private static final int DEEPEST = 100_000; // as deep as MuLimitsTest has it

  /// Sources of several sizes.
  void sizes(List<Integer> megabytes, ArrayNode rows) throws IOException {
    warm(sourceOf(100_000));
    for (int size : megabytes) {
      String text = sourceOf(size * 1_000_000);
      peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
      int repeats = Math.max(REPEATS, WARM_MEGABYTES / size);
      double seconds = Timing.process(repeats, () -> mu.parse(new Source("large.mu", text)));
      long heap = peaks().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
      double rate = text.length() / 1e6 / seconds;
      show("parsing      %12.2f MB/s of %d MB, heap of at most %,d MB", rate, size, heap);
      rows.addObject()
          .put("megabytes", size)
          .put("megabytesPerSecond", rate)
          .put("heapMegabytes", heap);
    }
  }

  /// Programs nested ever deeper.
  void depths(ArrayNode rows) throws IOException {
    depths(
        "parentheses",
        depth -> "fn main() -> int { return " + "(".repeat(depth) + "7" + ")".repeat(depth) + " }",
        rows);
    depths(
        "blocks",
        depth ->
            "fn main() {\n" + "if true {\n".repeat(depth) + "print 1\n" + "}\n".repeat(depth) + "}",
        rows);
  }

  private void depths(String what, IntFunction<String> program, ArrayNode rows) throws IOException {
    warm(program.apply(1_000));
    for (int depth = SHALLOWEST; depth <= DEEPEST; depth *= 2) {
      String text = program.apply(depth);
      double seconds = Timing.process(REPEATS, () -> mu.parse(new Source("deep.mu", text)));
      double each = seconds * 1e6 / depth;
      show("parsing      %12.2f µs a level of %,d nested %s", each, depth, what);
      rows.addObject()
          .put("nested", what)
          .put("depth", depth)
          .put("seconds", seconds)
          .put("microsecondsPerLevel", each);
    }
  }

  private void warm(String text) {
    for (int i = 0; i < WARM_UPS; i++) {
      mu.parse(new Source("warm.mu", text));
    }
  }

  private void show(String format, Object... values) {
    say.accept(String.format(Locale.ROOT, format, values));
  }

  private static List<MemoryPoolMXBean> peaks() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /// Generated functions until there are `length` characters.
  private static String sourceOf(int length) {
    StringBuilder text =
        new StringBuilder("fn main(a: int, b: int, xs: [int]) -> int { return a }\n");
    for (int i = 0; text.length() < length; i++) {
      String one = ProgramGenerator.draft(i, Knobs.of(Family.LISTS));
      text.append(one.replace("fn main(", "fn m" + i + "("));
    }
    return text.toString();
  }
}
