package dev.lockstep.examples.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.Terminal;
import dev.lockstep.examples.library.Library;
import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.MuRunner;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuMachine;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Untraced runs of programs with texts, records, maps and sets: compiled by the exact engine,
/// beside the interpreter, in CPU seconds.
final class MuValuesSpeed {
  private static final Budget LARGE = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, 1_000_000);

  private static final double WARM_SECONDS = 0.2;

  /// Programs of the library, with the size of the input that is drawn.
  private static final SortedMap<String, Integer> PROGRAMS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "mu/everyday/text-statistics.mu", 20_000,
                  "mu/everyday/word-count.mu", 3_000,
                  "mu/everyday/anagrams.mu", 3_000,
                  "mu/everyday/bank-account.mu", 8_000,
                  "mu/everyday/shopping.mu", 20_000)));

  private final MuLanguage mu = new MuLanguage();
  private final Terminal terminal;
  private final int repeats;

  MuValuesSpeed(Terminal terminal, int repeats) {
    this.terminal = terminal;
    this.repeats = repeats;
  }

  void measure(ObjectNode results) {
    ArrayNode rows = results.putArray("values");
    double logarithms = 0;
    for (String path : PROGRAMS.keySet()) {
      Timing.Pair pair = pair(path);
      double times = pair.second() / pair.first();
      logarithms += Math.log(times);
      say("values       %-32s %,9d steps, %5.1f times the interpreter", path, pair.answer(), times);
      rows.addObject()
          .put("program", path)
          .put("steps", pair.answer())
          .put("compiled", pair.first())
          .put("interpreted", pair.second());
    }
    double mean = Math.exp(logarithms / PROGRAMS.size());
    say("values       geometric mean %.1f times the interpreter", mean);
    results.put("valuesTimesInterpreter", mean);
  }

  /// The steps are the answer that both must have.
  private Timing.Pair pair(String path) {
    Source source = new Source(path, Resources.text("/programs/" + path));
    MuMachine machine = (MuMachine) mu.load(mu.parse(source));
    Value input =
        Library.generator(path).orElseThrow().input(new SplittableRandom(1), PROGRAMS.get(path));
    Runner<MuDelta> compiled = new MuRunner(machine);
    Runner<MuDelta> reference = Runner.reference(machine);
    return Timing.both(
        repeats, WARM_SECONDS, () -> steps(compiled, input), () -> steps(reference, input));
  }

  private static long steps(Runner<MuDelta> runner, Value input) {
    return runner.run(input, LARGE, _ -> true).orElseThrow().steps();
  }

  private void say(String format, Object... values) {
    terminal.out().println(String.format(Locale.ROOT, format, values));
    terminal.out().flush();
  }
}
