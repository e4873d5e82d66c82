package dev.lockstep.execute;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.LocalModel;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.VisibleSets;
import dev.lockstep.notation.Notation;
import dev.lockstep.notation.Sight;
import java.util.Arrays;
import java.util.List;

/// A local model that answers visible sets. The model is the caller's to close.
public final class SightNetwork implements TokenNetwork {
  private final LocalModel model;

  /// Throws `IllegalArgumentException` where the model is not for the notation.
  public SightNetwork(Notation<?, ?> notation, LocalModel model) {
    LocalSpec spec = model.spec();
    if (!spec.equals(spec(notation, spec.width(), spec.heads(), spec.layers(), spec.hidden()))) {
      throw new IllegalArgumentException("a network of another notation: " + spec);
    }
    this.model = model;
  }

  /// The shape of a network for a notation.
  public static LocalSpec spec(
      Notation<?, ?> notation, int width, int heads, int layers, int hidden) {
    Notation.Shape shape = notation.shape();
    return new LocalSpec(
        shape.query(),
        shape.slot(),
        shape.slots(),
        notation.vocabulary().size(),
        width,
        heads,
        layers,
        hidden,
        Activation.RELU);
  }

  @Override
  public int[] tokens(List<Sight> sights) {
    if (sights.isEmpty()) {
      return new int[0];
    }
    VisibleSets sets = new VisibleSets(model.spec());
    sights.forEach(sight -> add(sets, sight.flat()));
    return model.argmax(sets);
  }

  /// Adds a visible set as `Sight.flat` gives it.
  public static void add(VisibleSets sets, int[] flat) {
    int queries = sets.spec().queryFeatures().size();
    sets.add(Arrays.copyOf(flat, queries), Arrays.copyOfRange(flat, queries, flat.length));
  }
}
