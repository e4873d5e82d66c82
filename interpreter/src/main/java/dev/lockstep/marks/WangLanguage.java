package dev.lockstep.marks;

/// Wang's B-machine, the language of `.wang` files.
public final class WangLanguage extends MarksLanguage {
  public WangLanguage() {
    super("wang", "Wang's B-machine: move, mark, jump on marks, never erase", false);
  }
}
