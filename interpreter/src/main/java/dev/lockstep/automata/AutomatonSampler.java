package dev.lockstep.automata;

import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.automaton.AutomatonProgram;
import dev.lockstep.grammar.automaton.Mention;
import dev.lockstep.grammar.automaton.Transition;
import dev.lockstep.grammar.regex.Regex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Random automata and expressions, to test with.
final class AutomatonSampler {
  private static final int[] SYMBOLS = "01ab,': 😀é".codePoints().toArray();
  private static final List<String> STATES =
      List.of("even", "odd", "q2", "start", "accept", "a-b", "0");

  private AutomatonSampler() {}

  /// At least one and about `size` transitions.
  static AutomatonProgram automaton(RandomGenerator random, int size, boolean deterministic) {
    int symbols = 1 + random.nextInt(Math.clamp(size / 3, 1, SYMBOLS.length));
    int states = Math.clamp(1 + random.nextInt(1 + size), 1, STATES.size());
    List<Transition> transitions = new ArrayList<>();
    Set<Object> taken = new HashSet<>();
    for (int i = 0; i < Math.max(1, size); i++) {
      Optional<Integer> symbol =
          !deterministic && random.nextInt(6) == 0
              ? Optional.empty()
              : Optional.of(SYMBOLS[random.nextInt(symbols)]);
      Mention from = state(random, states);
      Mention to = state(random, states);
      Transition transition = new Transition(from, symbol, to, Place.NOWHERE);
      if (taken.add(deterministic ? List.of(from, symbol) : transition)) {
        transitions.add(transition);
      }
    }
    List<Mention> starts = new ArrayList<>(List.of(transitions.getFirst().from()));
    if (!deterministic && random.nextInt(4) == 0) {
      starts.add(transitions.getLast().to());
    }
    Set<Mention> accepting = new HashSet<>();
    for (Transition it : transitions) {
      if (random.nextInt(3) == 0) {
        accepting.add(it.to());
      }
    }
    List<Mention> ordered = new ArrayList<>(accepting);
    ordered.sort(java.util.Comparator.comparing(Mention::name));
    return new AutomatonProgram(starts, ordered, transitions);
  }

  private static Mention state(RandomGenerator random, int states) {
    return new Mention(STATES.get(random.nextInt(states)));
  }

  /// An expression of about `size` symbols.
  static Regex regex(RandomGenerator random, int size) {
    if (size <= 1 || random.nextInt(5) == 0) {
      return atom(random);
    }
    return switch (random.nextInt(3)) {
      case 0 -> new Regex.Choice(parts(random, size));
      case 1 ->
          new Regex.Repetition(
              regex(random, size - 1),
              List.of(Regex.Times.values()).get(random.nextInt(Regex.Times.values().length)));
      default -> new Regex.Sequence(parts(random, size));
    };
  }

  private static List<Regex> parts(RandomGenerator random, int size) {
    int count = 2 + random.nextInt(2);
    List<Regex> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(regex(random, size / count));
    }
    return parts;
  }

  private static Regex atom(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Regex.Any();
      case 1 -> new Regex.OneOf(List.copyOf(new TreeSet<>(List.of((int) 'a', (int) '0'))));
      default -> new Regex.Symbol(SYMBOLS[random.nextInt(SYMBOLS.length)]);
    };
  }
}
