package dev.lockstep.notation;

import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The control flow of a program: which instructions are heads of loops, and which values are still
/// needed there.
///
/// A *head* is what control comes back to; every turn of every loop passes one. The hidden end of a
/// `for` over `i` counts as a value called `..i`.
final class MuFlow {
  private final MuCode code;
  private final MuTypes types;
  private final MuAnchors anchors;
  private final boolean[] heads;
  private final List<SortedSet<String>> live = new ArrayList<>();

  MuFlow(MuCode code, MuTypes types, MuAnchors anchors) {
    this.code = code;
    this.types = types;
    this.anchors = anchors;
    this.heads = new boolean[code.instructions().size()];
    for (MuInstruction instruction : code.instructions()) {
      successors(instruction).stream()
          .filter(next -> next <= instruction.site())
          .forEach(next -> heads[next] = true);
      live.add(new TreeSet<>());
    }
    flow();
  }

  boolean head(int site) {
    return heads[site];
  }

  /// The scalars that the instruction or one after it in the same call may read, by name.
  SortedSet<String> live(int site) {
    return live.get(site);
  }

  /// Where the run may go on in the same call.
  static List<Integer> successors(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Extended it -> throw MuBeyond.met(it);
      case MuInstruction.Bind it -> List.of(it.next());
      case MuInstruction.NewList it -> List.of(it.next());
      case MuInstruction.SetElement it -> List.of(it.next());
      case MuInstruction.Push it -> List.of(it.next());
      case MuInstruction.Pop it -> List.of(it.next());
      case MuInstruction.Branch it -> List.of(it.then(), it.otherwise());
      case MuInstruction.StartRange it -> List.of(it.next());
      case MuInstruction.StartWalk it -> List.of(it.next());
      case MuInstruction.Turn it -> List.of(it.body(), it.next());
      case MuInstruction.Call it -> List.of(it.next());
      case MuInstruction.Return _ -> List.of();
      case MuInstruction.Print it -> List.of(it.next());
      case MuInstruction.Assert it -> List.of(it.next());
      case MuInstruction.Require it -> List.of(it.next());
    };
  }

  /// The name under which the end of the `for` over `variable` is kept.
  static String bound(String variable) {
    return ".." + variable;
  }

  /// The most items said from the beginning of a call or turn to the end of the next head, where
  /// `said` items are said at each site.
  int longestSegment(int[] said) {
    Map<Integer, Integer> known = new HashMap<>();
    int longest = 0;
    for (int site = code.instructions().size() - 1; site >= 0; site--) {
      int most = 0;
      for (int next : successors(code.at(site))) {
        if (next < said.length) {
          most = Math.max(most, heads[next] ? said[next] : known.getOrDefault(next, 0));
        }
      }
      known.put(site, most + said[site]);
      longest = Math.max(longest, most + said[site]);
    }
    return longest;
  }

  private void flow() {
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int site = code.instructions().size() - 1; site >= 0; site--) {
        changed |= live.get(site).addAll(before(code.at(site)));
      }
    }
  }

  private SortedSet<String> before(MuInstruction instruction) {
    SortedSet<String> needed = new TreeSet<>();
    for (int next : successors(instruction)) {
      if (next < live.size()) {
        needed.addAll(live.get(next));
      }
    }
    String function = instruction.origin().function();
    needed.removeAll(written(instruction));
    for (Formula formula : MuTypes.formulas(instruction)) {
      MuUses.names(formula.expression(), name -> need(function, name, needed));
    }
    if (instruction instanceof MuInstruction.Turn it && counts(it)) {
      need(function, it.variable(), needed);
      if (boundSaid(function, it.variable())) {
        needed.add(bound(it.variable()));
      }
    }
    return needed;
  }

  private void need(String function, String name, SortedSet<String> needed) {
    if (!types.isList(function, name) && !anchors.pointer(function, name)) {
      needed.add(name);
    }
  }

  /// Whether the loop is a count whose variable is a datum.
  boolean counts(MuInstruction.Turn turn) {
    String function = turn.origin().function();
    return !anchors.pointer(function, turn.variable())
        && code.instructions().stream()
            .anyMatch(
                it ->
                    it instanceof MuInstruction.StartRange start
                        && start.variable().equals(turn.variable())
                        && it.origin().function().equals(function));
  }

  /// Whether tokens say the end of the loop: not where it is a literal.
  private boolean boundSaid(String function, String variable) {
    return code.instructions().stream()
        .anyMatch(
            it ->
                it instanceof MuInstruction.StartRange start
                    && start.variable().equals(variable)
                    && it.origin().function().equals(function)
                    && MuLayout.said(start.to()));
  }

  private static List<String> written(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Extended it -> throw MuBeyond.met(it);
      case MuInstruction.Bind it -> List.of(it.variable());
      case MuInstruction.NewList it -> List.of(it.variable());
      case MuInstruction.Pop it -> it.variable().map(List::of).orElse(List.of());
      case MuInstruction.StartRange it -> List.of(it.variable(), bound(it.variable()));
      case MuInstruction.StartWalk it -> List.of(it.variable());
      case MuInstruction.Turn it -> List.of(it.variable());
      case MuInstruction.Call it -> it.variable().map(List::of).orElse(List.of());
      case MuInstruction.SetElement _,
          MuInstruction.Push _,
          MuInstruction.Branch _,
          MuInstruction.Return _,
          MuInstruction.Print _,
          MuInstruction.Assert _,
          MuInstruction.Require _ ->
          List.of();
    };
  }
}
