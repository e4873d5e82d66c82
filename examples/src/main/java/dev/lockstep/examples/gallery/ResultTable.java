package dev.lockstep.examples.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.verify.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Results as a table: for a terminal, and as a page of Markdown.
record ResultTable(List<JsonNode> results) {
  private static final List<String> HEADER =
      List.of(
          "program",
          "executor",
          "answers",
          "steps",
          "cpu s",
          "fresh, exact runs",
          "longer",
          "longer, exact runs",
          "steps held",
          "certificate");

  /// One line each, columns aligned.
  String text() {
    List<List<String>> rows = rows();
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, row.size())
                    .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                    .collect(Collectors.joining("  "))
                    .stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// The table with what its columns mean.
  String markdown() {
    List<List<String>> rows = rows();
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # Results

        ## The gallery

        Written by `lockstep gallery --markdown`, from `docs/results/gallery.json`. The example
        Turing machines and the first Mu programs went through `check`, `run`, `trace`,
        `verify --trace`, `learn`, `verify` and `certify`, on the command line alone.

        - *answers*: inputs with a known answer that `run` answers so; each trace is judged exact
          by `verify --trace` too, or the number says how many were.
        - *steps*, *cpu s*: optimizer steps, and CPU seconds of the whole of `learn`.
        - *fresh*: inputs of the training lengths that were not trained on (`seen` where the program
          has no others). *longer*: the longest training input → the longest of the longer ones
          (symbols; items; digits where there are neither). Runs count as exact if every step and
          the ending are the interpreter's. Intervals are exact (Clopper and Pearson, 95 %).
        - *certificate*: windows, the least margin against the bound, and the independent checker;
          Mu programs are refused, with the reason below.

        """);
    out.append(line(rows.getFirst()));
    out.append(line(HEADER.stream().map(_ -> "---").toList()));
    rows.stream().skip(1).forEach(row -> out.append(line(row)));
    out.append("\n### Why not certified, and why not exact at every length\n\n");
    results.forEach(result -> reasons(result, out));
    return out.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static void reasons(JsonNode result, StringBuilder out) {
    List<String> reasons = new ArrayList<>();
    if (result.path("certificate").has("refused")) {
      reasons.add("no certificate: `" + result.at("/certificate/refused").asText() + "`");
    }
    if (result.has("outsideFragment")) {
      reasons.add("outside the exact fragment: " + result.path("outsideFragment").asText());
    }
    for (String runs : List.of("fresh", "longer")) {
      JsonNode parted = result.path(runs).path("firstDivergence");
      if (!parted.isMissingNode()) {
        reasons.add(
            "first divergence on %s inputs: step %d, expected `%s`, claimed `%s`"
                .formatted(
                    runs,
                    parted.path("step").asLong(),
                    cut(parted.path("expected").asText()),
                    cut(parted.path("claimed").asText())));
      }
    }
    if (!reasons.isEmpty()) {
      out.append("- **").append(result.path("program").asText()).append("**\n");
      reasons.forEach(reason -> out.append("  - ").append(reason).append('\n'));
    }
  }

  private static String cut(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    results.forEach(result -> rows.add(row(result)));
    return rows;
  }

  private static List<String> row(JsonNode result) {
    JsonNode learned = result.path("learned");
    JsonNode fresh = result.path("fresh");
    JsonNode longer = result.path("longer");
    return List.of(
        result.path("program").asText(),
        result.path("executor").asText(),
        answers(result.path("answers")),
        number(learned.path("steps")),
        String.format(Locale.ROOT, "%.0f", learned.path("cpuSeconds").asDouble()),
        exact(fresh) + (fresh.path("heldOut").asBoolean() ? "" : " seen"),
        learned.path("length").asInt() + " → " + longer.path("length").asInt(),
        exact(longer),
        number(longer.path("steps")),
        certificate(result.path("certificate")));
  }

  private static String answers(JsonNode node) {
    int traced = node.path("tracesExact").asInt();
    int right = node.path("right").asInt();
    int of = node.path("of").asInt();
    return right + "/" + of + (traced == of ? "" : ", traces " + traced);
  }

  private static String number(JsonNode node) {
    return String.format(Locale.ROOT, "%,d", node.asLong());
  }

  private static String exact(JsonNode node) {
    return node.path("of").asInt() == 0
        ? "—"
        : new Proportion(node.path("right").asLong(), node.path("of").asLong()).describe();
  }

  private static String certificate(JsonNode node) {
    if (node.has("refused")) {
      return "refused";
    }
    boolean holds = node.path("certified").asBoolean() && node.path("checkerConfirmed").asBoolean();
    return String.format(
        Locale.ROOT,
        "%s: %,d windows, margin %.2f > %.2f",
        holds ? "certified, confirmed" : "NOT certified",
        node.path("windows").asLong(),
        node.path("leastMargin").asDouble(),
        node.path("bound").asDouble());
  }
}
