package dev.lockstep.mu.exact;

import dev.lockstep.machine.Note;
import dev.lockstep.mu.value.Heap;
import dev.lockstep.mu.value.MuValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the step that is being evaluated has read so far; nothing where nobody watches the run.
final class Reads {
  private static final int REMEMBERED = 1024; // positions of a list whose places are made once

  private final boolean wanted;
  private final ArrayList<Note.Read> noted = new ArrayList<>();
  private final Map<String, String[]> places = new HashMap<>();

  Reads(boolean wanted) {
    this.wanted = wanted;
  }

  boolean wanted() {
    return wanted;
  }

  void add(String place, MuValue value) {
    if (wanted) {
      noted.add(new Note.Read(place, Heap.glance(value)));
    }
  }

  void addAll(List<Note.Read> reads) {
    if (wanted) {
      noted.addAll(reads);
    }
  }

  /// What was read, forgotten here.
  List<Note.Read> take() {
    if (noted.isEmpty()) {
      return List.of();
    }
    List<Note.Read> taken =
        switch (noted.size()) {
          case 1 -> List.of(noted.getFirst());
          case 2 -> List.of(noted.getFirst(), noted.getLast());
          default -> List.copyOf(noted);
        };
    noted.clear();
    return taken;
  }

  /// `xs[3]`, made once for a variable's first positions.
  String place(String list, int position) {
    if (position >= REMEMBERED || list.indexOf('[') >= 0) {
      return list + "[" + position + "]";
    }
    String[] known = places.computeIfAbsent(list, _ -> new String[REMEMBERED]);
    if (known[position] == null) {
      known[position] = list + "[" + position + "]";
    }
    return known[position];
  }
}
