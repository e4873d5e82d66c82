package dev.lockstep.neural.decoding;

import java.util.List;
import java.util.Optional;

/// What is to be written.
///
/// @param prompts what is already there, each at least one token; lengths may differ
/// @param most the most tokens that are added to any prompt: writing always ends
/// @param halt the class after which a sample is done, or -1
public record Task(
    List<int[]> prompts, int most, int halt, Strategy strategy, Optional<Automaton> automaton) {
  public Task {
    prompts = prompts.stream().map(int[]::clone).toList();
    if (prompts.isEmpty() || prompts.stream().anyMatch(prompt -> prompt.length == 0) || most < 1) {
      throw new IllegalArgumentException("expected prompts of at least one token, and most >= 1");
    }
  }

  /// Greedy and unrestricted.
  public static Task of(List<int[]> prompts, int most, int halt) {
    return new Task(prompts, most, halt, new Strategy.Greedy(), Optional.empty());
  }

  public Task with(Strategy changed) {
    return new Task(prompts, most, halt, changed, automaton);
  }

  public Task with(Automaton changed) {
    return new Task(prompts, most, halt, strategy, Optional.of(changed));
  }
}
