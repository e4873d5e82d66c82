package dev.lockstep.tag;

import java.util.List;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// The word, its front first.
public record TagConfiguration(PVector<String> word) {
  static TagConfiguration of(List<String> word) {
    return new TagConfiguration(TreePVector.from(word));
  }

  @Override
  public String toString() {
    return String.join(" ", word);
  }
}
