package dev.lockstep.pushdown;

import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.pushdown.Look;
import dev.lockstep.grammar.pushdown.PushdownProgram;
import dev.lockstep.grammar.pushdown.PushdownRule;
import dev.lockstep.grammar.pushdown.StateName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Random deterministic automata, to test with.
final class PushdownSampler {
  private static final int[] INPUT = "ab()-,' 😀".codePoints().toArray();
  private static final int[] STACK = "XY(-e😀".codePoints().toArray();
  private static final List<String> STATES = List.of("open", "close", "q2", "end", "start", "a-b");

  private final RandomGenerator random;
  private final int stacks;
  private final int variety;

  private PushdownSampler(RandomGenerator random, int stacks, int size) {
    this.random = random;
    this.stacks = stacks;
    this.variety = 1 + random.nextInt(Math.clamp(size / 3, 1, STATES.size()));
  }

  /// At least one and at most `size` rules: those that overlap with an earlier one are left out.
  static PushdownProgram sample(RandomGenerator random, int stacks, int size) {
    PushdownSampler sampler = new PushdownSampler(random, stacks, size);
    List<PushdownRule> rules = new ArrayList<>();
    for (int i = 0; i < Math.max(1, size); i++) {
      PushdownRule rule = sampler.rule();
      if (rules.stream().noneMatch(rule::overlaps)) {
        rules.add(rule);
      }
    }
    Set<StateName> accepting = new LinkedHashSet<>();
    rules.stream().filter(_ -> random.nextInt(3) == 0).forEach(it -> accepting.add(it.to()));
    return new PushdownProgram(
        rules.getFirst().from(), List.copyOf(accepting), random.nextInt(4) == 0, rules);
  }

  private PushdownRule rule() {
    return new PushdownRule(
        state(),
        look(INPUT),
        Stream.generate(() -> look(STACK)).limit(stacks).toList(),
        state(),
        Stream.generate(this::push).limit(stacks).toList(),
        Place.NOWHERE);
  }

  private StateName state() {
    return new StateName(STATES.get(random.nextInt(variety)));
  }

  private Look look(int[] symbols) {
    return switch (random.nextInt(6)) {
      case 0 -> new Look.Edge();
      case 1 -> new Look.Anything();
      default -> new Look.Symbol(symbols[random.nextInt(Math.min(variety, symbols.length))]);
    };
  }

  private List<Integer> push() {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(_ -> STACK[random.nextInt(Math.min(variety, STACK.length))])
        .toList();
  }
}
