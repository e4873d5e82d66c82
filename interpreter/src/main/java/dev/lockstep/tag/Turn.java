package dev.lockstep.tag;

import java.util.List;

/// What one step changes: the symbols that leave the front, and those that join the end.
public record Turn(List<String> deleted, List<String> written) {
  public Turn {
    deleted = List.copyOf(deleted);
    written = List.copyOf(written);
  }

  @Override
  public String toString() {
    return "delete " + String.join(" ", deleted) + ", write " + String.join(" ", written);
  }
}
