package dev.lockstep.pushdown;

import dev.lockstep.grammar.pushdown.Look;
import dev.lockstep.grammar.pushdown.PushdownRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the rule that applies, in constant time: a rule stands under what it looks at, and there
/// are few ways to look away from some of it.
final class RuleIndex {
  private final Map<Case, PushdownRule> rules = new HashMap<>();

  private record Case(String state, List<Look> looks) {}

  RuleIndex(List<PushdownRule> all) {
    for (PushdownRule rule : all) {
      List<Look> looks = new ArrayList<>(List.of(rule.read()));
      looks.addAll(rule.tops());
      rules.putIfAbsent(new Case(rule.from().name(), List.copyOf(looks)), rule);
    }
  }

  /// Programs are deterministic: at most one rule applies.
  Optional<PushdownRule> of(PushdownConfiguration now) {
    int places = 1 + now.stacks().size();
    for (int seen = (1 << places) - 1; seen >= 0; seen--) {
      List<Look> looks = new ArrayList<>(places);
      for (int i = 0; i < places; i++) {
        boolean looked = (seen >> i & 1) == 1;
        looks.add(looked ? look(i == 0 ? now.next() : now.top(i - 1)) : new Look.Anything());
      }
      PushdownRule rule = rules.get(new Case(now.state(), looks));
      if (rule != null) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private static Look look(int symbol) {
    return symbol == PushdownConfiguration.NOTHING ? new Look.Edge() : new Look.Symbol(symbol);
  }
}
