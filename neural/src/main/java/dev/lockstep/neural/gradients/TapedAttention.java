package dev.lockstep.neural.gradients;

import dev.lockstep.neural.host.Blocks;

/// Attention there and back, head by head, in blocks of queries: with the causal rule, keys beyond
/// a block are never looked at.
///
/// Of softmax, `e = exp(score - largest)` and `r = 1 / Σ e` are kept apart: weights are `r e`, but
/// heard values are as well `r (e v)`, and on the way back `r` goes into the gradient of what was
/// heard. There, with `g` for that: `dv = eᵀ g`, `ds = e ⊙ (g vᵀ - g · heard)`, `dq = ds k`, `dk =
/// dsᵀ q`.
final class TapedAttention {
  private static final int QUERIES = 16; // in a block

  private final TrainingLoops loops;
  private final Sheet sheet;
  private final boolean causal;
  private final int heads;
  private final int part;
  private final int width;
  private final Rows asked; // (rows, 3 D): queries, with scores' scale in them, keys, values
  private final Rows heard; // (rows, D)
  private final Rows[] weights; // of each head, (rows, rows): e
  private final float[][] over; // of each head, (rows): r

  TapedAttention(TrainingLoops loops, Sheet sheet, boolean causal, int heads, int width, int rows) {
    this.loops = loops;
    this.sheet = sheet;
    this.causal = causal;
    this.heads = heads;
    this.part = width / heads;
    this.width = width;
    this.asked = Rows.of(rows, 3 * width);
    this.heard = Rows.of(rows, width);
    this.weights = new Rows[heads];
    this.over = new float[heads][Blocks.room(rows)];
    for (int head = 0; head < heads; head++) {
      weights[head] = Rows.of(rows, rows);
    }
  }

  /// Queries, keys and values: to be filled before `forward`.
  Rows asked() {
    return asked;
  }

  /// What `forward` found.
  Rows heard() {
    return heard;
  }

  private int column(int what, int head) {
    return what * width + head * part;
  }

  /// How many keys a block of queries may see, in whole blocks.
  private int keys(int first, int rows) {
    return causal ? first + QUERIES : rows;
  }

  void forward(TapedSample sample, int rows) {
    sample.turn(asked, heads, part);
    sample.temper(loops.passes(), asked, width);
    for (int head = 0; head < heads; head++) {
      forward(sample, head, rows);
    }
  }

  private void forward(TapedSample sample, int head, int rows) {
    Rows e = weights[head];
    Rows values = asked.at(0, column(2, head));
    loops.passes().transpose(asked.at(0, column(1, head)), rows, part, sheet.turned);
    for (int first = 0; first < rows; first += QUERIES) {
      int keys = keys(first, rows);
      Rows queries = asked.at(first, column(0, head));
      Rows scores = e.at(first, 0);
      loops
          .products()
          .product(
              queries,
              sheet.turned,
              QUERIES,
              part,
              keys,
              sample.scores(sheet, head, first),
              scores);
      int count = causal ? first + 1 : sample.length();
      loops.passes().softmax(scores, QUERIES, keys, count, causal ? 1 : 0, over[head], first);
      loops
          .products()
          .product(
              scores,
              values,
              QUERIES,
              keys,
              part,
              sheet.nothing(),
              heard.at(first, column(0, head)));
    }
    sample.hear(over[head]);
    loops.passes().scale(heard.at(0, column(0, head)), rows, part, over[head], 0);
  }

  /// The gradients of queries, keys and values (rows, 3 D).
  ///
  /// @param d that of what was heard (rows, D), which is lost
  Rows backward(Rows d, TapedSample sample, int rows) {
    for (int head = 0; head < heads; head++) {
      backward(d.at(0, column(0, head)), head, rows);
    }
    sample.temper(loops.passes(), sheet.asked, width);
    sample.turnBack(sheet.asked, heads, part);
    return sheet.asked;
  }

  private void backward(Rows g, int head, int rows) {
    Products products = loops.products();
    Rows e = weights[head];
    Rows queries = asked.at(0, column(0, head));
    Rows keys = asked.at(0, column(1, head));
    Rows ds = sheet.scores;
    loops.passes().scale(g, rows, part, over[head], 0);
    loops.passes().dots(g, heard.at(0, column(0, head)), rows, part, sheet.dots, 0);
    loops.passes().transpose(asked.at(0, column(2, head)), rows, part, sheet.turned);
    for (int first = 0; first < rows; first += QUERIES) {
      int seen = keys(first, rows);
      Rows block = ds.at(first, 0);
      products.product(g.at(first, 0), sheet.turned, QUERIES, part, seen, sheet.nothing(), block);
      loops.passes().unsoftmax(block, e.at(first, 0), QUERIES, seen, sheet.dots, first);
      Rows to = sheet.asked.at(first, column(0, head));
      products.product(block, keys, QUERIES, seen, part, sheet.nothing(), to);
    }
    for (int first = 0; first < rows; first += QUERIES) { // now blocks of keys
      int from = causal ? first : 0;
      Rows toKeys = sheet.asked.at(first, column(1, head));
      Rows toValues = sheet.asked.at(first, column(2, head));
      products.transposed(
          ds.at(from, first),
          queries.at(from, 0),
          QUERIES,
          rows - from,
          part,
          sheet.nothing(),
          toKeys);
      products.transposed(
          e.at(from, first), g.at(from, 0), QUERIES, rows - from, part, sheet.nothing(), toValues);
    }
  }
}
