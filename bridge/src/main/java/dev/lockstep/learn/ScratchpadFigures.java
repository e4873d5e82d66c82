package dev.lockstep.learn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.verify.Proportion;
import java.util.List;

/// What training a scratchpad executor measured, each figure for itself.
///
/// @param heard what it was trained on
/// @param fromTraces after training on the traces of the first inputs alone
/// @param afterCounterexamples at the end
/// @param counterexamples runs that were added because the network went wrong on them
/// @param curve the moments reported
public record ScratchpadFigures(
    Heard heard,
    Standing fromTraces,
    Standing afterCounterexamples,
    int counterexamples,
    List<Progress.Report> curve) {

  public ScratchpadFigures {
    curve = List.copyOf(curve);
  }

  /// What was heard.
  ///
  /// @param tokens tokens of all runs
  /// @param examples different visible sets among them; in full mode runs
  /// @param ambiguous visible sets that two different tokens followed: none where the visible sets
  ///   suffice
  public record Heard(long runs, long tokens, long examples, long ambiguous) {}

  /// Tokens right, of so many.
  public record Tokens(long right, long total) {
    Proportion proportion() {
      return new Proportion(right, total);
    }
  }

  /// How training stood.
  ///
  /// @param steps optimizer steps taken until then
  /// @param unseen tokens of runs not trained on whose visible sets never occurred in training
  /// @param whole runs not trained on of which every token is right, as far as lessons go
  public record Standing(long steps, Tokens unseen, Tokens whole) {
    ObjectNode json() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("steps", steps);
      json.set("unseenTokens", LoopedFigures.json(unseen.proportion()));
      json.set("wholeTraces", LoopedFigures.json(whole.proportion()));
      return json;
    }
  }

  /// For `model.json`.
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("supervision", "traces of seeded inputs, then of inputs that the network got wrong");
    json.putObject("traces")
        .put("runs", heard.runs)
        .put("tokens", heard.tokens)
        .put("examples", heard.examples)
        .put("ambiguous", heard.ambiguous);
    json.set("fromTraces", fromTraces.json());
    json.put("counterexamples", counterexamples);
    json.set("afterCounterexamples", afterCounterexamples.json());
    ArrayNode points = json.putArray("curve");
    curve.forEach(report -> points.add(LoopedFigures.point(report)));
    return json;
  }
}
