package dev.lockstep.examples.demo;

import dev.lockstep.learn.ScratchpadFigures;
import dev.lockstep.learn.ScratchpadPlan.Mode;
import dev.lockstep.notation.Spelt.Content;
import dev.lockstep.report.Block;
import dev.lockstep.verify.Proportion;
import dev.lockstep.verify.TokenVerdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What part two measured.
///
/// @param trained digits of a training input, at most
/// @param cells the four cells of the factorial comparison, the executor itself first
/// @param alone whole runs that the network wrote alone, answers compared with Java's own sums
/// @param supplied what the host supplies
/// @param parted the first divergence of a control, if one diverged
record AdditionFigures(
    int trained,
    List<Cell> cells,
    Proportion alone,
    List<String> supplied,
    Optional<Parted> parted) {
  AdditionFigures {
    cells = List.copyOf(cells);
    supplied = List.copyOf(supplied);
  }

  Cell executor() {
    return cells.getFirst();
  }

  boolean holds() {
    return executor().results().stream().allMatch(Result::allExact)
        && alone.right() == alone.total();
  }

  /// One way of training on the same inputs for the same time.
  ///
  /// @param content whether steps are written out or the answer alone
  /// @param mode what the next token is said from
  /// @param learningRate the best of those tried
  /// @param seconds CPU seconds of training, examples included
  record Cell(
      Content content,
      Mode mode,
      double learningRate,
      double seconds,
      ScratchpadFigures learned,
      List<Result> results) {
    Cell {
      results = List.copyOf(results);
    }

    String supervision() {
      return content == Content.TRACE ? "trace" : "answer only";
    }

    String sees() {
      return mode == Mode.INDUCTIVE ? "window on coordinates" : "absolute positions";
    }
  }

  /// Runs on inputs of one length and kind.
  ///
  /// @param kind `random` or `longest carry`
  /// @param exact runs of which every token is right
  /// @param tokens tokens that agreed, over all runs
  /// @param first the first divergence, if any
  record Result(
      int digits, String kind, Proportion exact, long tokens, Optional<TokenVerdict> first) {
    boolean allExact() {
      return exact.right() == exact.total();
    }
  }

  /// Where a control parted from the interpreter, token by token.
  record Parted(
      String title, List<Block.Pair> pairs, OptionalInt diverged, TokenVerdict.Diverged verdict) {
    Parted {
      pairs = List.copyOf(pairs);
    }
  }
}
