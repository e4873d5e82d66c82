package dev.lockstep.pushdown;

/// Machines with two stacks, which can do what Turing machines can: the language of `.stacks`
/// files.
public final class TwoStackLanguage extends PushdownLanguage {
  public TwoStackLanguage() {
    super(2);
  }

  @Override
  public String name() {
    return "two-stack";
  }

  @Override
  public String suffix() {
    return "stacks";
  }

  @Override
  public String description() {
    return "two-stack machines: pushdown automata as strong as Turing machines";
  }
}
