package dev.lockstep.subleq;

import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.words.FlatMemory;
import dev.lockstep.words.RunningState;
import dev.lockstep.words.WordRunner;

/// The instructions that use no port and fail at nothing, in one tight loop on the near part of the
/// memory.
final class SubleqSprint implements WordRunner.Sprint {
  private final int unused; // bits of a long that a word leaves

  SubleqSprint(Image image) {
    this.unused = Long.SIZE - image.word().bits();
  }

  @Override
  public long run(RunningState state, long most, long cells) {
    FlatMemory memory = state.memory();
    long[] words = memory.near();
    int length = words.length;
    long at = state.position();
    long used = memory.used();
    long before = at;
    long steps = 0;
    while (steps < most && used <= cells && at >= 0 && at < length - 2) {
      int here = (int) at;
      long a = words[here];
      long b = words[here + 1];
      if (a < 0 || b < 0 || a >= length || b >= length) {
        break; // a port, a fault, or far memory
      }
      long old = words[(int) b];
      long value = ((old - words[(int) a]) << unused) >> unused;
      long next = value <= 0 ? words[here + 2] : at + 3;
      words[(int) b] = value;
      used += (value == 0 ? 0 : 1) - (old == 0 ? 0 : 1);
      before = at;
      at = next;
      steps++;
    }
    memory.used(used);
    state.sprinted(before, at);
    return steps;
  }
}
