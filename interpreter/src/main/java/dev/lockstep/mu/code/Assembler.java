package dev.lockstep.mu.code;

import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.mu.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects instructions in the order of the source and resolves where they lead: jumps disappear,
/// so that every step of a run is an event.
final class Assembler {
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Label> entries = new LinkedHashMap<>();
  private final Map<String, Label> bodies = new LinkedHashMap<>();
  private String function = "";

  /// A position that instructions lead to, fixed by `place`.
  static final class Label {
    private int draft = -1;
  }

  /// Makes an instruction once all sites are known.
  interface Made {
    MuInstruction at(MuInstruction.Origin origin, Sites sites, int next);
  }

  interface Sites {
    int of(Label label);
  }

  /// Instructions, and by function where its calls begin and where its body does.
  record Assembled(
      List<MuInstruction> instructions,
      Map<String, Integer> entries,
      Map<String, Integer> bodies) {}

  private sealed interface Draft {
    record Event(Span span, String function, Made made) implements Draft {}

    record Jump(Label to) implements Draft {}
  }

  /// What follows belongs to `name` and is its entry.
  void begin(String name) {
    function = name;
    mark(entries);
  }

  /// What follows is the body of the function that was begun last.
  void beginBody() {
    mark(bodies);
  }

  private void mark(Map<String, Label> marks) {
    Label here = new Label();
    place(here);
    marks.put(function, here);
  }

  void add(Place place, Made made) {
    drafts.add(new Draft.Event(place.span(), function, made));
  }

  void jump(Label to) {
    drafts.add(new Draft.Jump(to));
  }

  /// `label` means the instruction that is added next.
  void place(Label label) {
    label.draft = drafts.size();
  }

  Assembled assemble() {
    int[] sites = sites();
    Sites lookup = label -> sites[label.draft];
    List<MuInstruction> instructions = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (drafts.get(i) instanceof Draft.Event(Span span, String name, Made made)) {
        MuInstruction.Origin origin = new MuInstruction.Origin(instructions.size(), span, name);
        instructions.add(made.at(origin, lookup, sites[i + 1]));
      }
    }
    return new Assembled(
        List.copyOf(instructions), resolved(entries, lookup), resolved(bodies, lookup));
  }

  private static Map<String, Integer> resolved(Map<String, Label> marks, Sites sites) {
    Map<String, Integer> found = new HashMap<>();
    marks.forEach((name, label) -> found.put(name, sites.of(label)));
    return Map.copyOf(found);
  }

  /// The site that each draft leads to: its own, or where a jump ends. A jump backwards leads to
  /// the head of a loop, which is an event, so one pass from the end finds all.
  private int[] sites() {
    int[] own = new int[drafts.size() + 1];
    for (int i = 0; i < drafts.size(); i++) {
      own[i + 1] = own[i] + (drafts.get(i) instanceof Draft.Event ? 1 : 0);
    }
    int[] sites = own.clone();
    for (int i = drafts.size() - 1; i >= 0; i--) {
      if (drafts.get(i) instanceof Draft.Jump(Label to)) {
        sites[i] = to.draft > i ? sites[to.draft] : own[to.draft];
      }
    }
    return sites;
  }
}
