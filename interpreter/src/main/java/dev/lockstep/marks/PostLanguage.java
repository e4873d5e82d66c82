package dev.lockstep.marks;

/// The Post–Turing machine, the language of `.post` files.
public final class PostLanguage extends MarksLanguage {
  public PostLanguage() {
    super("post", "the Post–Turing machine: move, mark, erase, jump", true);
  }
}
