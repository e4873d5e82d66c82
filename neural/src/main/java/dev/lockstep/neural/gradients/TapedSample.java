package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Blocks;
import java.util.Arrays;

/// One sample of a lesson: what its positions say about attention.
final class TapedSample {
  private final HostLesson lesson;
  private final int index;
  private final int length;

  /// @param length how many positions are computed
  TapedSample(HostLesson lesson, int index, int length) {
    this.lesson = lesson;
    this.index = index;
    this.length = length;
  }

  HostLesson lesson() {
    return lesson;
  }

  int index() {
    return index;
  }

  /// How many positions are computed.
  int length() {
    return length;
  }

  /// Where a position of this sample stands among all.
  int flat(int position) {
    return index * lesson.time() + position;
  }

  /// What the scores of a block of queries begin with.
  Rows scores(Sheet sheet, int head, int first) {
    return lesson
        .mask()
        .map(mask -> masked(mask.of(index, head, lesson.time()), sheet.scores, first))
        .orElse(sheet.nothing());
  }

  /// A block of the mask with room for whole blocks of keys.
  private Rows masked(Rows mask, Rows room, int first) {
    for (int row = 0; row < Blocks.SIZE; row++) {
      int to = room.index(row);
      Arrays.fill(room.numbers(), to, to + Blocks.room(length), 0);
      if (first + row < length) {
        System.arraycopy(mask.numbers(), mask.index(first + row), room.numbers(), to, length);
      }
    }
    return room;
  }

  /// Nothing is heard where nothing is seen.
  void hear(float[] over) {
    if (lesson.hearing().length > 0) {
      for (int i = 0; i < length; i++) {
        over[i] *= lesson.hearing()[flat(i)];
      }
    }
  }

  /// Multiplies queries, or their gradients.
  void temper(Passes passes, Rows asked, int width) {
    if (lesson.tempers().length > 0) {
      passes.scale(asked, length, width, lesson.tempers(), flat(0));
    }
  }

  /// Turns queries and keys by their places (Su et al. 2021).
  void turn(Rows asked, int heads, int part) {
    turn(asked, heads, part, 1);
  }

  /// The way back of `turn`.
  void turnBack(Rows asked, int heads, int part) {
    turn(asked, heads, part, -1);
  }

  private void turn(Rows asked, int heads, int part, int sign) {
    if (lesson.cosines().length == 0) {
      return;
    }
    for (int i = 0; i < length; i++) {
      int angle = flat(i) * part;
      for (int vector = 0; vector < 2 * heads; vector++) { // queries, then keys
        turn(asked.numbers(), asked.index(i) + vector * part, part / 2, angle, sign);
      }
    }
  }

  private void turn(float[] x, int at, int half, int angle, int sign) {
    for (int k = 0; k < half; k++) {
      float cosine = lesson.cosines()[angle + k];
      float sine = sign * lesson.sines()[angle + k];
      float first = x[at + k];
      float second = x[at + half + k];
      x[at + k] = first * cosine - second * sine;
      x[at + half + k] = second * cosine + first * sine;
    }
  }
}
