package dev.lockstep.mu.generate;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.mu.machine.MuDelta;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Programs from one seed, each from a seed of its own, so that any of them can be had again alone.
///
/// Kept are programs that check without an error, run within the asked length, depend on their
/// inputs, and do on probe inputs what no program kept before does.
public final class ProgramGenerator {
  private static final int MOST_DRAFTS = 400;
  private static final int MOST_FITTINGS = 6;
  private static final int PROBES = 5;
  private static final long MOST_STEPS = 100_000;
  private static final List<String> LETTERS = List.of("a", "b", "é", "1", "2", " ", "😀", "Z");

  private final MuLanguage mu = new MuLanguage();
  private final long seed;
  private final Knobs knobs;
  private final List<Value> probes = new ArrayList<>();
  private final Set<List<Told>> known = new HashSet<>();
  private int index;
  private long drafts;

  public ProgramGenerator(long seed, Knobs knobs) {
    this.seed = seed;
    this.knobs = knobs;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < PROBES; i++) {
      probes.add(input(random));
    }
  }

  /// A program with an input.
  ///
  /// @param seed `ProgramGenerator.draft` makes the same text of it and the knobs used
  /// @param knobs those asked for, fitted to the length
  /// @param steps of the run on `input`
  public record Generated(
      String text, MuProgram program, Value input, long seed, Knobs knobs, long steps) {}

  /// What a program does on one input, as far as its user sees.
  private record Told(Ending ending, Optional<Value> output, List<String> lines) {}

  /// The next program. Throws `IllegalStateException` where the knobs leave nothing new to find.
  public Generated next() {
    for (int draft = 0; draft < MOST_DRAFTS; draft++) {
      drafts++;
      index++;
      long own = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * index).nextLong();
      Optional<Generated> fitted = fit(own);
      if (fitted.isPresent() && known.add(told(fitted.get().program()))) {
        return fitted.get();
      }
    }
    throw new IllegalStateException(
        "no new program in %d drafts; %d were found before".formatted(MOST_DRAFTS, known.size()));
  }

  /// Programs written so far, those included that were not kept.
  public long drafts() {
    return drafts;
  }

  /// The text that `seed` gives, whatever it does.
  public static String draft(long seed, Knobs knobs) {
    return ProgramWriter.write(new SplittableRandom(seed), knobs);
  }

  /// An input of programs with these knobs.
  public Value input(RandomGenerator random) {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("a", Value.of(random.nextInt(-20, 100)));
    fields.put("b", Value.of(random.nextInt(1, 30)));
    if (knobs.lists() > 0) {
      List<Value> items = new ArrayList<>();
      int length = 2 + random.nextInt(5);
      for (int i = 0; i < length; i++) {
        items.add(Value.of(random.nextInt(-9, 50)));
      }
      fields.put("xs", new Value.Items(items));
    }
    if (knobs.family().isExtended()) {
      fields.put("s", Value.of(text(random)));
    }
    return new Value.Fields(fields);
  }

  private static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(6);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.get(random.nextInt(LETTERS.size())));
    }
    return text.toString();
  }

  private Optional<Generated> fit(long own) {
    Knobs fitted = knobs;
    Value input = input(new SplittableRandom(own + 1));
    for (int i = 0; i < MOST_FITTINGS; i++) {
      String text = draft(own, fitted);
      MuProgram program = mu.parse(new Source("generated.mu", text));
      Optional<Runner.Finish> finish =
          runner(program).run(input, Budget.ofSteps(MOST_STEPS), _ -> true);
      long steps = finish.orElseThrow().steps();
      boolean ended = finish.get().ending() instanceof Ending.Halted || knobs.faults() > 0;
      if (!ended || trivial(program)) {
        return Optional.empty();
      }
      if (fits(steps)) {
        return Optional.of(new Generated(text, program, input, own, fitted, steps));
      }
      Knobs better = nearer(fitted, steps);
      if (better.equals(fitted)) {
        return Optional.empty();
      }
      fitted = better;
    }
    return Optional.empty();
  }

  private boolean fits(long steps) {
    int asked = knobs.traceLength();
    return asked == 0 || Math.abs(steps - asked) <= Math.max(2, asked / 8);
  }

  /// Longer or shorter in proportion: straight lines by statements, others by turns.
  private Knobs nearer(Knobs from, long steps) {
    double factor = (double) knobs.traceLength() / Math.max(1, steps);
    if (from.family() == Family.STRAIGHT_LINE) {
      return from.withStatements(scaled(from.statements(), factor));
    }
    int turns = scaled(from.turns(), factor);
    return turns == from.turns()
        ? from.withStatements(scaled(from.statements(), factor))
        : from.withTurns(turns);
  }

  private static int scaled(int count, double factor) {
    return Math.clamp(Math.round(count * factor), 1, 50_000);
  }

  /// Whether inputs make no difference.
  private boolean trivial(MuProgram program) {
    return new HashSet<>(told(program)).size() == 1;
  }

  private List<Told> told(MuProgram program) {
    Runner<MuDelta> runner = runner(program);
    List<Told> all = new ArrayList<>();
    for (Value probe : probes) {
      List<String> lines = new ArrayList<>();
      Runner.Finish finish =
          runner.run(probe, Budget.ofSteps(MOST_STEPS), lines::add).orElseThrow();
      all.add(new Told(finish.ending(), finish.output(), lines));
    }
    return List.copyOf(all);
  }

  private Runner<MuDelta> runner(MuProgram program) {
    return mu.runner(program).orElseThrow();
  }
}
