package dev.lockstep.neural.transformer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.neural.Activation;
import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.NetworkSpec;
import dev.lockstep.neural.SpecJson;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The shape of a transformer, all of it data: one stack of layers (a decoder where its visibility
/// is causal, an encoder where it is not, looped where its depth exceeds 1), or two, of which the
/// second attends to the first's result (encoder–decoder).
///
/// ```
/// x = sum of a token's embeddings (+ what the places add)            (T, width)
/// as often as the depth says, in each layer (norm before):
///   x = x + Attention(N(x))                 self-attention, visible positions only
///   x = x + Attention(N(x), source)         where there is a stack before this one
///   x = x + FeedForward(N(x))
/// logits = W · N(x) + b                                              (T, classes)
/// ```
///
/// The record is also the JSON that stands in files.
///
/// @param classes the number of logits at each position of the last stack
/// @param width D, a multiple of each stack's heads
/// @param stacks one, or the encoder and then the decoder
/// @param element `F32`, or `F64` where last digits matter
public record TransformerSpec(
    int classes, int width, List<Stack> stacks, HostTensor.ElementType element)
    implements NetworkSpec {
  private static final String KIND = "transformer";

  /// Throws `IllegalArgumentException` for a shape that makes no sense or is beyond the limits.
  public TransformerSpec {
    stacks = List.copyOf(stacks);
    SpecLimits.check(classes, width, stacks, element);
  }

  /// A causal decoder: layer norm before blocks, GELU, float32.
  public static TransformerSpec decoder(
      int vocabulary, int classes, int width, int heads, int layers, Positions positions) {
    return of(
        classes,
        width,
        stack(vocabulary, width, heads, layers, new Visibility.Causal(), positions, Depth.ONCE));
  }

  /// An encoder that sees everything.
  public static TransformerSpec encoder(
      int vocabulary, int classes, int width, int heads, int layers, Positions positions) {
    return of(
        classes,
        width,
        stack(
            vocabulary, width, heads, layers, new Visibility.Everything(), positions, Depth.ONCE));
  }

  /// An encoder whose layers are gone through again and again.
  public static TransformerSpec looped(
      int vocabulary, int classes, int width, int heads, Visibility visibility, Depth depth) {
    return of(
        classes,
        width,
        stack(vocabulary, width, heads, 1, visibility, new Positions.None(), depth));
  }

  /// An encoder of `source` ids, and a causal decoder of `vocabulary` ids that attends to it.
  public static TransformerSpec encoderDecoder(
      int source,
      int vocabulary,
      int classes,
      int width,
      int heads,
      int layers,
      Positions positions) {
    return new TransformerSpec(
        classes,
        width,
        List.of(
            stack(source, width, heads, layers, new Visibility.Everything(), positions, Depth.ONCE),
            stack(
                vocabulary, width, heads, layers, new Visibility.Causal(), positions, Depth.ONCE)),
        HostTensor.ElementType.F32);
  }

  /// One stack, float32.
  public static TransformerSpec of(int classes, int width, Stack stack) {
    return new TransformerSpec(classes, width, List.of(stack), HostTensor.ElementType.F32);
  }

  private static Stack stack(
      int vocabulary,
      int width,
      int heads,
      int layers,
      Visibility visibility,
      Positions positions,
      Depth depth) {
    return new Stack(
        List.of(vocabulary),
        positions,
        Attention.of(heads, visibility),
        new FeedForward(4 * width, Activation.GELU, false),
        Norm.PRE,
        layers,
        depth);
  }

  /// The same shape in float64.
  public TransformerSpec doubled() {
    return new TransformerSpec(classes, width, stacks, HostTensor.ElementType.F64);
  }

  /// The stack whose states the logits are taken from.
  public Stack last() {
    return stacks.getLast();
  }

  /// The stack that the last one attends to, where there are two.
  public Optional<Stack> source() {
    return stacks.size() == 2 ? Optional.of(stacks.getFirst()) : Optional.empty();
  }

  @Override
  public SequencedMap<String, List<Long>> tensors() {
    return WeightNames.of(this);
  }

  @Override
  public ObjectNode json() {
    return SpecJson.writeRecord(KIND, this);
  }

  /// Reads what `json` wrote; `ModelFileError` for anything else.
  public static TransformerSpec read(JsonNode json, String where) {
    return SpecJson.readRecord(KIND, json, TransformerSpec.class, where);
  }
}
