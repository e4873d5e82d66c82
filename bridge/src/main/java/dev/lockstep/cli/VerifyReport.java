package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.model.StoredModel;
import dev.lockstep.verify.ConfigurationText;
import dev.lockstep.verify.Departure;
import dev.lockstep.verify.Proportion;
import dev.lockstep.verify.Score;
import dev.lockstep.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What verification of many runs came to, for people and as JSON.
final class VerifyReport<C, D> {
  private static final int MOST_SHOWN = 200; // of an input, in characters

  private final Loaded<?, C, D> loaded;
  private final StoredModel stored;
  private final List<Parting<C, D>> partings = new ArrayList<>();
  private List<String> shares = List.of();
  private Score score = Score.empty();

  /// A run that diverged.
  private record Parting<C, D>(Value input, Verdict.Diverged<C, D> verdict) {}

  VerifyReport(Loaded<?, C, D> loaded, StoredModel stored) {
    this.loaded = loaded;
    this.stored = stored;
  }

  /// What the network says, and what the Java code around it supplies.
  void share(List<String> given) {
    shares = List.copyOf(given);
  }

  void add(Value input, Verdict<C, D> verdict) {
    score = score.with(length(input), verdict);
    if (verdict instanceof Verdict.Diverged<C, D> diverged) {
      partings.add(new Parting<>(input, diverged));
    }
  }

  boolean exact() {
    return partings.isEmpty();
  }

  /// `12 of 12 exact`.
  String brief() {
    Proportion exact = score.exact();
    return exact.right() + " of " + exact.total() + " exact";
  }

  /// The size of an input, by which scores are summed up: symbols, digits, items, or the greatest
  /// of these among fields.
  static int length(Value input) {
    return switch (input) {
      case Value.Int(var number) -> number.abs().toString().length();
      case Value.Bool _, Value.Nothing _ -> 1;
      case Value.Text(String text) -> text.codePointCount(0, text.length());
      case Value.Items(List<Value> items) -> items.size();
      case Value.Fields(var fields) ->
          fields.values().stream().mapToInt(VerifyReport::length).max().orElse(0);
    };
  }

  /// Many lines, each ended by a line break.
  String text() {
    StringBuilder out = new StringBuilder();
    out.append(stored.directory() + " (" + stored.card().kind().name() + ") on ");
    out.append(loaded.source().name() + ", every step compared with the interpreter's\n\n");
    out.append(score.describe()).append('\n');
    if (!partings.isEmpty()) {
      out.append(shown(partings.getFirst()));
    }
    shares.forEach(share -> out.append("- ").append(share).append('\n'));
    out.append('\n');
    String verdict = exact() ? "EXACT" : "NOT EXACT";
    out.append(
        String.format(
            Locale.ROOT,
            "%s: %s whole runs exact, %,d steps agreed%n",
            verdict,
            score.exact().describe(),
            score.steps()));
    return out.toString();
  }

  private String shown(Parting<C, D> parting) {
    String where =
        Departure.of(loaded.machine(), parting.verdict(), ConfigurationText.plain()).text();
    return "first divergence, on input "
        + cut(ValueJson.print(parting.input()))
        + ":\n"
        + where
        + "\n\n";
  }

  private static String cut(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }

  ObjectNode json() {
    ObjectNode node = JsonTrees.MAPPER.createObjectNode();
    node.put("model", stored.directory().toString()).put("program", loaded.source().name());
    node.put("exact", exact());
    put(node, score.exact()).put("steps", score.steps());
    shares.forEach(node.putArray("shares")::add);
    ArrayNode lengths = node.putArray("lengths");
    for (Score.Row row : score.rows()) {
      put(lengths.addObject().put("length", row.length()), row.exact()).put("steps", row.steps());
    }
    ArrayNode diverged = node.putArray("divergences");
    for (Parting<C, D> parting : partings) {
      ObjectNode one = diverged.addObject();
      one.set("input", ValueJson.toNode(parting.input()));
      one.put("step", parting.verdict().step())
          .put("expected", parting.verdict().expected().describe())
          .put("claimed", parting.verdict().claimed().describe());
    }
    return node;
  }

  private static ObjectNode put(ObjectNode node, Proportion proportion) {
    return node.put("right", proportion.right())
        .put("of", proportion.total())
        .put("low", proportion.low())
        .put("high", proportion.high());
  }
}
