package dev.lockstep.notation;

import dev.lockstep.execute.TokenNetwork;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Machine;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A stand-in for a network: it knows the visible sets of the runs that it was taught by heart.
public final class TokenTable implements TokenNetwork {
  private final Machine<MuConfiguration, MuDelta> machine;
  private final Notation<MuConfiguration, MuDelta> notation;
  private final Map<String, Integer> tokens = new HashMap<>();

  public TokenTable(
      Machine<MuConfiguration, MuDelta> machine, Notation<MuConfiguration, MuDelta> notation) {
    this.machine = machine;
    this.notation = notation;
  }

  public void learn(MuConfiguration start) {
    Dictation<MuConfiguration, MuDelta> run =
        new Dictation<>(machine, notation, start, Budget.DEFAULT);
    Sight sight = new Sight(notation.shape());
    while (run.more()) {
      run.script().look(sight);
      tokens.put(Arrays.toString(sight.flat()), run.token());
      run.advance();
    }
  }

  @Override
  public int[] tokens(List<Sight> sights) {
    return sights.stream()
        .mapToInt(sight -> tokens.getOrDefault(Arrays.toString(sight.flat()), NOTHING))
        .toArray();
  }
}
