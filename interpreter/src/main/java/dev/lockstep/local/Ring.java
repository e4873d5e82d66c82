package dev.lockstep.local;

import java.util.List;
import java.util.stream.IntStream;

/// A row of cells whose ends meet, each cell a character.
public record Ring(List<String> cells) {
  public Ring {
    cells = List.copyOf(cells);
  }

  static Ring of(String text) {
    return new Ring(text.codePoints().mapToObj(Character::toString).toList());
  }

  /// The cells `radius` to the left of `index` up to those `radius` to the right.
  List<String> window(int index, int radius) {
    return IntStream.rangeClosed(index - radius, index + radius)
        .mapToObj(at -> cells.get(Math.floorMod(at, cells.size())))
        .toList();
  }

  @Override
  public String toString() {
    return String.join("", cells);
  }
}
