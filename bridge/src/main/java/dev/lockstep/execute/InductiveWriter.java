package dev.lockstep.execute;

import dev.lockstep.notation.Notation;
import dev.lockstep.notation.Script;
import dev.lockstep.notation.Sight;
import java.util.ArrayList;
import java.util.List;

/// The inductive mode: each token from its visible set alone, so that a run takes constant memory
/// and its length does not matter.
public record InductiveWriter(Notation<?, ?> notation, TokenNetwork network)
    implements TokenWriter {

  @Override
  public Lanes open(int count) {
    List<Sight> sights = new ArrayList<>(count);
    for (int lane = 0; lane < count; lane++) {
      sights.add(new Sight(notation.shape()));
    }
    return new SightLanes(network, List.copyOf(sights));
  }

  @Override
  public long longest() {
    return Long.MAX_VALUE;
  }

  private record SightLanes(TokenNetwork network, List<Sight> sights) implements Lanes {
    @Override
    public void begin(int lane, Script<?, ?> script) {}

    @Override
    public int[] next(List<Integer> lanes, List<? extends Script<?, ?>> scripts) {
      List<Sight> asked = new ArrayList<>(lanes.size());
      for (int i = 0; i < lanes.size(); i++) {
        Sight sight = sights.get(lanes.get(i));
        scripts.get(i).look(sight);
        asked.add(sight);
      }
      return network.tokens(asked);
    }

    @Override
    public void wrote(int lane, Script<?, ?> script, int token) {}

    @Override
    public void close() {}
  }
}
