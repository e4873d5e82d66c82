package dev.lockstep.execute;

import dev.lockstep.neural.Activation;
import dev.lockstep.neural.Decoding;
import dev.lockstep.neural.PositionScheme;
import dev.lockstep.neural.SequenceModel;
import dev.lockstep.neural.SequenceSpec;
import dev.lockstep.notation.Notation;
import dev.lockstep.notation.Script;
import dev.lockstep.notation.Script.Placed;
import java.util.Arrays;
import java.util.List;

/// The full mode: each token from the whole question and everything written so far.
///
/// A position holds a token with its role and coordinate, and the role and coordinate of the token
/// asked for: what visible sets tell a local model, with absolute coordinates.
public final class FullWriter implements TokenWriter {
  /// Coordinates from here on share one embedding.
  public static final int COORDINATES = 256;

  private final Notation<?, ?> notation;
  private final SequenceModel model;

  /// Throws `IllegalArgumentException` where the model is not for the notation.
  public FullWriter(Notation<?, ?> notation, SequenceModel model) {
    SequenceSpec spec = model.spec();
    SequenceSpec fitting =
        spec(
            notation,
            spec.width(),
            spec.heads(),
            spec.layers(),
            spec.hidden(),
            spec.positions(),
            spec.longest());
    if (!spec.equals(fitting)) {
      throw new IllegalArgumentException("a network of another notation: " + spec);
    }
    this.notation = notation;
    this.model = model;
  }

  /// The shape of a network for a notation.
  public static SequenceSpec spec(
      Notation<?, ?> notation,
      int width,
      int heads,
      int layers,
      int hidden,
      PositionScheme positions,
      int longest) {
    int tokens = notation.vocabulary().size();
    int roles = notation.shape().slot().get(1);
    return new SequenceSpec(
        List.of(tokens + 1, roles, COORDINATES),
        List.of(roles, COORDINATES),
        tokens,
        width,
        heads,
        layers,
        hidden,
        Activation.RELU,
        positions,
        longest);
  }

  /// The token before the first.
  public static Placed first(Notation<?, ?> notation) {
    return new Placed(notation.vocabulary().size(), 0, 0);
  }

  /// The ids of a token.
  public static int[] token(Placed placed) {
    return new int[] {placed.token(), placed.role(), coordinate(placed.coordinate())};
  }

  /// The ids of a place that is asked for.
  public static int[] query(int role, long coordinate) {
    return new int[] {role, coordinate(coordinate)};
  }

  private static int coordinate(long coordinate) {
    return (int) Math.min(coordinate, COORDINATES - 1);
  }

  @Override
  public Lanes open(int count) {
    return new DecodingLanes(model.decode(count), count);
  }

  @Override
  public long longest() {
    return model.spec().longest();
  }

  /// Each lane with the token that its model has not heard yet.
  private final class DecodingLanes implements Lanes {
    private final Decoding decoding;
    private final Placed[] pending;

    DecodingLanes(Decoding decoding, int count) {
      this.decoding = decoding;
      this.pending = new Placed[count];
    }

    @Override
    public void begin(int lane, Script<?, ?> script) {
      pending[lane] = first(notation);
      for (Placed next : script.question()) {
        hear(new int[] {lane}, query(next.role(), next.coordinate()));
        pending[lane] = next;
      }
    }

    @Override
    public int[] next(List<Integer> lanes, List<? extends Script<?, ?>> scripts) {
      int[] queries = new int[lanes.size() * 2];
      for (int i = 0; i < lanes.size(); i++) {
        Script<?, ?> script = scripts.get(i);
        System.arraycopy(query(script.role(), script.coordinate()), 0, queries, 2 * i, 2);
      }
      int[] heard = lanes.stream().mapToInt(Integer::intValue).toArray();
      return greatest(hear(heard, queries), lanes.size());
    }

    private float[] hear(int[] lanes, int[] queries) {
      int[] tokens = new int[lanes.length * 3];
      for (int i = 0; i < lanes.length; i++) {
        System.arraycopy(token(pending[lanes[i]]), 0, tokens, 3 * i, 3);
      }
      return decoding.append(lanes, tokens, queries);
    }

    private int[] greatest(float[] logits, int rows) {
      int classes = model.spec().classes();
      int[] tokens = new int[rows];
      for (int row = 0; row < rows; row++) {
        float[] own = Arrays.copyOfRange(logits, row * classes, (row + 1) * classes);
        tokens[row] = LogitNetwork.greatest(own);
      }
      return tokens;
    }

    @Override
    public void wrote(int lane, Script<?, ?> script, int token) {
      pending[lane] = new Placed(token, script.role(), script.coordinate());
    }

    @Override
    public void close() {
      decoding.close();
    }
  }
}
