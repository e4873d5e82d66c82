package dev.lockstep.neural.transformer;

/// A stack that text can be written with, position by position: causal, perhaps with a window on
/// the order.
///
/// @param window how many positions, itself included, a position sees; 0 for all before it
public record Writable(Stack stack, int window) {
  private static final int NEITHER = -1;

  /// The stack of a spec.
  ///
  /// @throws IllegalArgumentException where it is none that can be written with
  public static Writable of(TransformerSpec spec) {
    Stack stack = spec.last();
    int window = window(stack.attention().visibility());
    boolean decoder =
        spec.source().isEmpty()
            && stack.features().size() == 1
            && spec.classes() <= stack.features().getFirst()
            && stack.depth().equals(Depth.ONCE)
            && stack.positions().places() instanceof Places.Order
            && stack.attention().choice() == Attention.Choice.SOFTMAX
            && window != NEITHER;
    if (!decoder) {
      throw new IllegalArgumentException(
          "expected a causal decoder (perhaps with a window) of one feature that covers all"
              + " classes, softmax attention and places in order");
    }
    return new Writable(stack, window);
  }

  private static int window(Visibility rule) {
    return switch (rule) {
      case Visibility.Causal _ -> 0;
      case Visibility.Both(Visibility.Causal _, Visibility.Window(int axis, int radius))
          when axis == Visibility.ORDER ->
          radius + 1;
      case Visibility.Both(Visibility.Window(int axis, int radius), Visibility.Causal _)
          when axis == Visibility.ORDER ->
          radius + 1;
      default -> NEITHER;
    };
  }

  /// How many positions have to be kept for texts of at most `longest`.
  ///
  /// @throws IllegalArgumentException where the stack has no places for so many
  public int capacity(int longest) {
    if (stack.positions() instanceof Positions.Learned learned && learned.longest() < longest) {
      throw new IllegalArgumentException(
          "expected at most %d positions, found %d".formatted(learned.longest(), longest));
    }
    return window == 0 ? longest : Math.min(window, longest);
  }
}
