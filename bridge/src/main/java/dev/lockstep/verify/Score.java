package dev.lockstep.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Many verdicts summed up by input length.
public final class Score {
  private final SortedMap<Integer, Row> rows;

  private Score(SortedMap<Integer, Row> rows) {
    this.rows = rows;
  }

  public static Score empty() {
    return new Score(new TreeMap<>());
  }

  /// This score with one more run, on an input of `length`.
  public Score with(int length, Verdict<?, ?> verdict) {
    SortedMap<Integer, Row> more = new TreeMap<>(rows);
    Row one = new Row(length, new Proportion(verdict.exact() ? 1 : 0, 1), verdict.steps());
    more.merge(length, one, Row::plus);
    return new Score(more);
  }

  /// One row for each length, the shortest first.
  public List<Row> rows() {
    return new ArrayList<>(rows.values());
  }

  /// Whole runs that are exact, over all lengths.
  public Proportion exact() {
    return rows.values().stream().map(Row::exact).reduce(new Proportion(0, 0), Proportion::plus);
  }

  /// Steps that agreed, over all runs.
  public long steps() {
    return rows.values().stream().mapToLong(Row::steps).sum();
  }

  /// One line for each length.
  public String describe() {
    StringBuilder out =
        new StringBuilder("length  whole runs exact (95 % interval)  steps agreed\n");
    for (Map.Entry<Integer, Row> row : rows.entrySet()) {
      out.append(
          String.format(
              java.util.Locale.ROOT,
              "%6d  %-36s  %12d%n",
              row.getKey(),
              row.getValue().exact().describe(),
              row.getValue().steps()));
    }
    return out.toString();
  }

  /// Runs on inputs of one length.
  ///
  /// @param exact whole runs, ending included, that equal the machine's
  /// @param steps steps that agreed, summed over the runs
  public record Row(int length, Proportion exact, long steps) {
    Row plus(Row other) {
      return new Row(length, exact.plus(other.exact), steps + other.steps);
    }
  }
}
