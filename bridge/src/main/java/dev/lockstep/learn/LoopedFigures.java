package dev.lockstep.learn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.verify.Proportion;
import java.util.List;

/// What training a looped executor measured, each figure for itself.
///
/// @param traces what was traced
/// @param fromTraces after training on windows of traces alone
/// @param afterCounterexamples at the end
/// @param counterexamples windows that were added because enumeration found them wrong or unsure
/// @param curve the moments reported
public record LoopedFigures(
    Traces traces,
    Standing fromTraces,
    Standing afterCounterexamples,
    long counterexamples,
    List<Progress.Report> curve) {

  public LoopedFigures {
    curve = List.copyOf(curve);
  }

  /// What was traced.
  ///
  /// @param steps steps of all runs
  /// @param windows different windows seen in them
  public record Traces(long runs, long steps, long windows) {}

  /// How training stood.
  ///
  /// @param steps optimizer steps taken until then
  /// @param seen windows of the traces that are right
  /// @param unseen windows never seen in a trace that are right
  /// @param leastMargin over all windows
  public record Standing(long steps, Proportion seen, Proportion unseen, double leastMargin) {
    ObjectNode json() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("steps", steps);
      json.set("seen", LoopedFigures.json(seen));
      json.set("unseen", LoopedFigures.json(unseen));
      LoopedFigures.put(json, "leastMargin", leastMargin);
      return json;
    }
  }

  /// For `model.json`.
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("supervision", "traces, then counterexamples labelled by the program's local rule");
    json.putObject("traces")
        .put("runs", traces.runs)
        .put("steps", traces.steps)
        .put("windows", traces.windows);
    json.set("fromTraces", fromTraces.json());
    json.put("counterexamples", counterexamples);
    json.set("afterCounterexamples", afterCounterexamples.json());
    ArrayNode points = json.putArray("curve");
    curve.forEach(report -> points.add(point(report)));
    return json;
  }

  static ObjectNode point(Progress.Report report) {
    ObjectNode point = JsonNodeFactory.instance.objectNode();
    point.put("step", report.step());
    put(point, "loss", report.loss());
    point.put("seen", report.seen().rate());
    point.put("unseen", report.unseen().rate());
    return point;
  }

  static ObjectNode json(Proportion proportion) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("right", proportion.right())
        .put("of", proportion.total())
        .put("low", proportion.low())
        .put("high", proportion.high());
  }

  /// JSON has no number that is not finite: those are texts.
  static void put(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, value);
    } else {
      json.put(name, Double.toString(value));
    }
  }
}
