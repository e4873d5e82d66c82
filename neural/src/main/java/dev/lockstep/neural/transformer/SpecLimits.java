package dev.lockstep.neural.transformer;

import dev.lockstep.neural.HostTensor;
import dev.lockstep.neural.NetworkSpec;
import java.util.List;

/// What the compact constructor of the spec refuses.
final class SpecLimits {
  private SpecLimits() {}

  static void check(int classes, int width, List<Stack> stacks, HostTensor.ElementType element) {
    demand(classes >= 1 && classes <= 1 << 22, "expected 1 to 2^22 classes, found " + classes);
    demand(width >= 1 && width <= 1 << 14, "expected a width of 1 to 16384, found " + width);
    demand(
        stacks.size() == 1 || stacks.size() == 2,
        "expected one stack, or an encoder and a decoder, found " + stacks.size());
    demand(element != HostTensor.ElementType.I64, "expected F32 or F64 weights, found I64");
    for (Stack stack : stacks) {
      check(stack, width);
    }
    if (stacks.size() == 2) {
      demand(
          stacks.getFirst().depth() instanceof Depth.Fixed,
          "expected an encoder of fixed depth, found " + stacks.getFirst().depth());
    }
    if (stacks.getLast().depth() instanceof Depth.HaltToken token) {
      demand(token.halt() < classes, "expected the halt token to be a class");
    }
    long all =
        WeightNames.of(width, classes, stacks).values().stream()
            .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
            .reduce(0L, Math::addExact);
    demand(
        all <= NetworkSpec.MOST_PARAMETERS,
        "expected at most %d parameters, found %d".formatted(NetworkSpec.MOST_PARAMETERS, all));
  }

  private static void check(Stack stack, int width) {
    int heads = stack.attention().heads();
    demand(
        width % heads == 0,
        "expected `width` to be a multiple of `heads`, found %d and %d".formatted(width, heads));
    int hidden = stack.feedForward().hidden();
    demand(hidden >= 1 && hidden <= 1 << 16, "expected 1 to 65536 hidden, found " + hidden);
    for (int ids : stack.features()) {
      demand(ids >= 1 && ids <= 1 << 22, "expected features of 1 to 2^22 ids, found " + ids);
    }
    switch (stack.positions()) {
      case Positions.Learned learned ->
          demand(
              learned.longest() >= 1 && learned.longest() <= 1 << 20,
              "expected 1 to 2^20 places, found " + learned.longest());
      case Positions.Sinusoidal _ ->
          demand(width % 2 == 0, "sinusoidal positions need an even width, found " + width);
      case Positions.Rotary rotary -> {
        demand(
            width / heads % 2 == 0,
            "rotary positions need an even head width, found " + width / heads);
        demand(rotary.base() > 1, "expected a base above 1, found " + rotary.base());
      }
      case Positions.ClippedBias clipped ->
          demand(
              clipped.radius() >= 0 && clipped.radius() <= 1 << 16,
              "expected a radius of 0 to 65536, found " + clipped.radius());
      case Positions.None _, Positions.Alibi _ -> {}
    }
  }

  private static void demand(boolean held, String problem) {
    if (!held) {
      throw new IllegalArgumentException(problem);
    }
  }
}
