package dev.lockstep.examples.demo;

import dev.lockstep.examples.demo.AdditionFigures.Cell;
import dev.lockstep.examples.demo.AdditionFigures.Result;
import dev.lockstep.learn.Progress;
import dev.lockstep.report.Block;
import dev.lockstep.report.Plots;
import java.util.ArrayList;
import java.util.List;

/// Part two as blocks of the page.
record AdditionPage(AdditionFigures figures) {

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("2 · add.mu: a scratchpad network"));
    blocks.add(
        new Block.Prose(
            "The network writes the trace of a Mu program token by token: for every digit the"
                + " operands, the carry in, the sum, the carry out, and where the run goes on. It"
                + " was trained on sums of at most "
                + figures.trained()
                + " digits."));
    blocks.add(tiles());
    blocks.add(new Block.Statement("What the host supplies", figures.supplied()));
    blocks.add(table());
    blocks.add(byLength());
    blocks.add(losses());
    figures
        .parted()
        .ifPresent(
            parted ->
                blocks.add(
                    new Block.SideBySide(
                        "Where a control parts: "
                            + parted.title()
                            + ". The first "
                            + TuringPage.count(parted.verdict().tokens())
                            + " tokens agree.",
                        "interpreter",
                        "network",
                        parted.pairs(),
                        parted.diverged())));
    return blocks;
  }

  private Block tiles() {
    List<Block.Figure> tiles = new ArrayList<>();
    for (Result result : figures.executor().results()) {
      if (result.digits() > figures.trained()) {
        tiles.add(
            new Block.Figure(
                result.exact().right() + " of " + result.exact().total(),
                TuringPage.count(result.digits())
                    + " digits, "
                    + result.kind()
                    + ": every token right",
                result.allExact()));
      }
    }
    return new Block.Figures(tiles);
  }

  private Block table() {
    List<String> header = new ArrayList<>(List.of("written", "seen", "CPU s", "steps", "rate"));
    for (Result result : figures.executor().results()) {
      header.add(result.digits() + " " + (result.kind().equals("random") ? "random" : "carry"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : figures.cells()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  cell.supervision(),
                  cell.sees(),
                  TuringPage.number(cell.seconds()),
                  TuringPage.count(cell.learned().afterCounterexamples().steps()),
                  Double.toString(cell.learningRate())));
      cell.results()
          .forEach(result -> row.add(result.exact().right() + "/" + result.exact().total()));
      rows.add(row);
    }
    return new Block.Table(
        "The factorial comparison: whole runs of which every token is right. All four cells get the"
            + " same inputs and coordinates and about the same CPU time; the controls' learning"
            + " rates are the best of three. Supervision: traces, or answers only; no cell sees the"
            + " program.",
        header,
        rows);
  }

  private Block byLength() {
    List<Plots.Curve> curves = new ArrayList<>();
    for (Cell cell : figures.cells()) {
      List<Result> random =
          cell.results().stream().filter(result -> result.kind().equals("random")).toList();
      curves.add(
          new Plots.Curve(
              cell.supervision() + ", " + cell.sees(),
              random.stream().map(result -> (double) result.digits()).toList(),
              random.stream().map(result -> 100 * result.exact().rate()).toList()));
    }
    return new Block.Picture(
        Plots.lines("digits", "whole runs exact, %", Plots.Axes.LOG_X, curves),
        "Accuracy by length on random digits; trained on at most " + figures.trained() + ".",
        false);
  }

  private Block losses() {
    List<Plots.Curve> curves = new ArrayList<>();
    for (Cell cell : figures.cells()) {
      List<Progress.Report> reports = cell.learned().curve();
      double steps = reports.getLast().step();
      curves.add(
          new Plots.Curve(
              cell.supervision() + ", " + cell.sees(),
              reports.stream().map(report -> 100 * report.step() / steps).toList(),
              reports.stream().map(report -> Math.max(1e-6, report.loss())).toList()));
    }
    return new Block.Picture(
        Plots.lines("% of the training time", "loss, nats", Plots.Axes.LOG_Y, curves),
        "Training loss. Losses of different contents are not comparable in height.",
        false);
  }
}
