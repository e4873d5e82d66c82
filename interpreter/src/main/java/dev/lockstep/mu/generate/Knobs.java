package dev.lockstep.mu.generate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What is asked of generated programs.
///
/// @param statements about how many simple statements `main` has
/// @param depth how deep loops and branches nest
/// @param variables how many variables are visible at once, at most
/// @param turns how often an outermost loop turns, or a recursion goes down, unless `traceLength`
///   asks otherwise
/// @param lists how many lists `main` makes, at most; 0 for programs without lists
/// @param functions how many functions stand beside `main`
/// @param traceLength steps that a run on the program's input shall take, within an eighth; 0 for
///   any number
/// @param faults how many of 100 divisions, indices and pops may fail
public record Knobs(
    Family family,
    int statements,
    int depth,
    int variables,
    int turns,
    int lists,
    int functions,
    int traceLength,
    int faults) {

  public Knobs {
    if (statements < 1 || depth < 0 || variables < 1 || turns < 1) {
      throw new IllegalArgumentException("a program needs statements, variables and turns");
    }
    if (lists < 0 || functions < 0 || traceLength < 0 || faults < 0 || faults > 100) {
      throw new IllegalArgumentException("a knob out of range");
    }
  }

  /// The usual programs of a family.
  public static Knobs of(Family family) {
    return switch (family) {
      case STRAIGHT_LINE -> new Knobs(family, 12, 0, 8, 1, 0, 0, 0, 0);
      case LISTS -> new Knobs(family, 10, 2, 6, 5, 3, 0, 0, 0);
      case BRANCHES -> new Knobs(family, 10, 3, 6, 5, 0, 0, 0, 0);
      case RECURSION -> new Knobs(family, 5, 1, 6, 5, 0, 3, 0, 0);
      case MIXED -> new Knobs(family, 16, 3, 8, 4, 3, 2, 0, 0);
      case TEXTS, RECORDS, TABLES -> new Knobs(family, 14, 2, 8, 4, 1, 0, 0, 0);
      case WHOLE -> new Knobs(family, 20, 3, 8, 4, 2, 2, 0, 0);
    };
  }

  /// Runs of about this many steps; the buckets of published benchmarks are 13, 80, 164 and 246.
  public Knobs withTraceLength(int steps) {
    return new Knobs(family, statements, depth, variables, turns, lists, functions, steps, faults);
  }

  public Knobs withStatements(int count) {
    return new Knobs(family, count, depth, variables, turns, lists, functions, traceLength, faults);
  }

  public Knobs withTurns(int count) {
    return new Knobs(
        family, statements, depth, variables, count, lists, functions, traceLength, faults);
  }

  public Knobs withFaults(int percent) {
    return new Knobs(
        family, statements, depth, variables, turns, lists, functions, traceLength, percent);
  }

  /// For files that record how they were made.
  public ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("family", family.word())
        .put("statements", statements)
        .put("depth", depth)
        .put("variables", variables)
        .put("turns", turns)
        .put("lists", lists)
        .put("functions", functions)
        .put("traceLength", traceLength)
        .put("faults", faults);
  }
}
