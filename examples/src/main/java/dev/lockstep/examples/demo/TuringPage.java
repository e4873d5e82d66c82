package dev.lockstep.examples.demo;

import dev.lockstep.execute.LoopedExecutor;
import dev.lockstep.learn.Progress;
import dev.lockstep.report.Block;
import dev.lockstep.report.Plots;
import dev.lockstep.verify.Certificate;
import dev.lockstep.verify.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Part one as blocks of the page.
record TuringPage(TuringFigures figures) {

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("1 · " + figures.program() + ": a looped network"));
    blocks.add(
        new Block.Prose(
            "One network step looks at every cell of the tape and its two neighbours and says what"
                + " the cell holds next. It was trained on traces of inputs of at most "
                + figures.trained()
                + " symbols."));
    blocks.add(tiles());
    blocks.add(new Block.Statement("Who does what", LoopedExecutor.SHARES));
    blocks.add(
        new Block.Picture(
            figures.spaceTime(),
            "A run on "
                + figures.pictured()
                + " symbols: time runs to the right, the tape stands upright, the head is orange.",
            true));
    blocks.add(curves());
    blocks.add(byLength());
    certificate(blocks);
    figures.sabotage().ifPresent(it -> sabotage(it, blocks));
    return blocks;
  }

  private Block tiles() {
    Certificate certificate = figures.certificate();
    return new Block.Figures(
        List.of(
            new Block.Figure(
                figures.score().exact().right() + " of " + figures.score().exact().total(),
                "whole runs exact, on inputs of up to " + figures.longest() + " symbols",
                figures.score().exact().right() == figures.score().exact().total()),
            new Block.Figure(
                count(figures.score().steps()), "steps held against the interpreter", true),
            new Block.Figure(
                certificate.holds() && figures.confirmed() ? "certified" : "not certified",
                "on all " + count(certificate.windows()) + " windows, for any length",
                certificate.holds() && figures.confirmed()),
            new Block.Figure(
                number(certificate.leastMargin()),
                "least margin, against a bound of " + number(certificate.bound()),
                certificate.leastMargin() > certificate.bound())));
  }

  private Block curves() {
    List<Progress.Report> curve = figures.learned().curve();
    return new Block.Picture(
        Plots.lines(
            "optimizer steps",
            "windows right, %",
            Plots.Axes.LINEAR,
            List.of(
                curve("windows seen in traces", curve, it -> 100 * it.seen().rate()),
                curve("windows never seen in traces", curve, it -> 100 * it.unseen().rate()))),
        "Training. After %,d steps the traces are learned, and %s of the windows that no trace showed are right; then counterexamples found by enumeration join the training."
            .formatted(
                figures.learned().fromTraces().steps(),
                figures.learned().fromTraces().unseen().describe()),
        false);
  }

  private static Plots.Curve curve(
      String name, List<Progress.Report> reports, ToDoubleFunction<Progress.Report> value) {
    return new Plots.Curve(
        name,
        reports.stream().map(report -> (double) report.step()).toList(),
        reports.stream().map(value::applyAsDouble).toList());
  }

  private Block byLength() {
    List<List<String>> rows = new ArrayList<>();
    for (Score.Row row : figures.score().rows()) {
      rows.add(
          List.of(
              Integer.toString(row.length()),
              row.exact().describe(),
              count(row.steps()),
              String.format(Locale.ROOT, "%.1f×", (double) row.length() / figures.trained())));
    }
    return new Block.Table(
        "Whole traces on longer inputs, every step compared. The interval is exact (Clopper and"
            + " Pearson, 95 %). A network of one window does not generalise in length: it has no"
            + " length; the certificate is what covers all of them.",
        List.of("symbols", "whole runs exact", "steps agreed", "times training length"), rows);
  }

  private void certificate(List<Block> blocks) {
    Certificate certificate = figures.certificate();
    if (certificate.holds()) {
      List<String> lines = new ArrayList<>();
      lines.add(String.join(" ", certificate.theorem().lines().toList()));
      certificate.assumptions().forEach(it -> lines.add("Assumed: " + it + "."));
      certificate.notClaimed().forEach(it -> lines.add("Not claimed: " + it + "."));
      blocks.add(new Block.Statement("The certificate", lines));
    } else {
      blocks.add(
          new Block.Statement(
              "No certificate",
              certificate.failures().stream().limit(5).map(Object::toString).toList()));
    }
    blocks.add(
        new Block.Code(
            "What the independent checker printed: plain Java, float64, a process of its own.",
            String.join("\n", figures.checker())));
  }

  private static void sabotage(TuringFigures.Sabotage it, List<Block> blocks) {
    blocks.add(
        new Block.Prose(
            "One weight's sign flipped, "
                + it.weight()
                + ": "
                + count(it.wrong())
                + " windows fail, among them "
                + it.failing()
                + " (expected "
                + it.expected()
                + ", proposed "
                + it.proposed()
                + "; "
                + it.rule()
                + "). The run on "
                + it.input()
                + " meets it at step "
                + it.step()
                + "."));
    blocks.add(new Block.Code("The first wrong step.", it.departure()));
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
