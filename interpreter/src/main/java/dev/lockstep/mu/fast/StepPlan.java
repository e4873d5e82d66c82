package dev.lockstep.mu.fast;

import dev.lockstep.mu.code.MuInstruction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a function's code pays for its steps, so that most of them cost nothing to count.
///
/// At a *checkpoint* the longest way to the next one is paid in advance; a branch to a shorter way
/// gives the rest back. Every way from one checkpoint to the next is exactly paid for when it ends.
/// Checkpoints are the entry, what follows a call, the heads of loops and what loops leave to: so
/// no call is entered with steps outstanding, and no turn of a loop pays for what follows the loop.
///
/// Sites are counted from `first`, the site of the function's first instruction.
final class StepPlan {
  private final List<MuInstruction> instructions;
  private final int first;
  private final BitSet checkpoints = new BitSet();
  private final int[] longest;
  private final Map<Integer, BitSet> loops = new HashMap<>(); // by head

  private StepPlan(List<MuInstruction> instructions) {
    this.instructions = instructions;
    this.first = instructions.getFirst().site();
    this.longest = new int[instructions.size()];
    checkpoints.set(0);
    findLoops();
    for (int at = instructions.size() - 1; at >= 0; at--) {
      int most = 0;
      for (int next : next(at)) {
        most = Math.max(most, ahead(next));
      }
      longest[at] = 1 + most;
    }
  }

  static StepPlan of(List<MuInstruction> instructions) {
    return new StepPlan(instructions);
  }

  /// Whether the way begins here: `longest` is to be paid.
  boolean isCheckpoint(int site) {
    return checkpoints.get(site - first);
  }

  /// The steps of the longest way from `site` to a checkpoint or the end.
  int longest(int site) {
    return longest[site - first];
  }

  /// What a way that goes on from `from` to `to` has paid too much.
  int refund(int from, int to) {
    return longest[from - first] - 1 - ahead(to - first);
  }

  /// Whether nothing but the `Turn` at `site` is a checkpoint of its loop, and nothing calls there:
  /// then a turn takes `longest` steps at most, and turns can be paid for by the dozen.
  boolean isInnermost(int site) {
    BitSet loop = loops.get(site - first);
    return loop != null
        && loop.stream()
            .allMatch(
                at ->
                    (at == site - first || !checkpoints.get(at))
                        && !(instructions.get(at) instanceof MuInstruction.Call));
  }

  /// Whether the loop whose head is at `site` makes a list longer or shorter.
  boolean resizes(int site) {
    return loop(site).stream()
        .anyMatch(it -> it instanceof MuInstruction.Push || it instanceof MuInstruction.Pop);
  }

  private int ahead(int at) {
    return at < 0 || at >= longest.length || checkpoints.get(at) ? 0 : longest[at];
  }

  /// The instructions of the loop whose head is at `site`, in their order.
  List<MuInstruction> loop(int site) {
    return loops.get(site - first).stream().mapToObj(instructions::get).toList();
  }

  /// The sites that may follow `site`.
  List<Integer> successors(int site) {
    return next(site - first).stream().map(it -> it + first).toList();
  }

  private List<Integer> next(int at) {
    return switch (instructions.get(at)) {
      case MuInstruction.Branch it -> List.of(it.then() - first, it.otherwise() - first);
      case MuInstruction.Turn it -> List.of(it.body() - first, it.next() - first);
      case MuInstruction.Return _ -> List.of();
      case MuInstruction it -> List.of(FunctionBody.next(it) - first);
    };
  }

  private void findLoops() {
    List<List<Integer>> sources = new ArrayList<>();
    instructions.forEach(_ -> sources.add(new ArrayList<>()));
    for (int at = 0; at < instructions.size(); at++) {
      for (int next : next(at)) {
        if (next >= 0 && next < instructions.size()) {
          sources.get(next).add(at);
          if (instructions.get(at) instanceof MuInstruction.Call) {
            checkpoints.set(next);
          }
        }
      }
    }
    for (int head = 0; head < instructions.size(); head++) {
      BitSet loop = loop(head, sources);
      if (!loop.isEmpty()) {
        checkpoints.set(head);
        loops.put(head, loop);
        loop.stream().forEach(at -> leave(loop, at));
      }
    }
  }

  /// What comes back to `head` by a jump backwards, without leaving through it.
  private static BitSet loop(int head, List<List<Integer>> sources) {
    BitSet loop = new BitSet();
    List<Integer> open =
        new ArrayList<>(sources.get(head).stream().filter(it -> it >= head).toList());
    if (!open.isEmpty()) {
      loop.set(head);
    }
    while (!open.isEmpty()) {
      int at = open.removeLast();
      if (!loop.get(at)) {
        loop.set(at);
        open.addAll(sources.get(at));
      }
    }
    return loop;
  }

  private void leave(BitSet loop, int at) {
    for (int next : next(at)) {
      if (next >= 0 && next < instructions.size() && !loop.get(next)) {
        checkpoints.set(next);
      }
    }
  }
}
