package dev.lockstep.examples.demo;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.util.List;

/// A run worth looking at.
///
/// @param frames generations shown of a plane; of a row all are
record Exhibit(Source source, Value input, Budget budget, List<Integer> frames, String caption) {
  private static final String GUN =
      "24bo$22bobo$12b2o6b2o12b2o$11bo3bo4b2o12b2o$2o8bo5bo3b2o$2o8bo3bob2o4bobo$10bo5bo7bo$11bo3bo$"
          + "12b2o!";

  Exhibit {
    frames = List.copyOf(frames);
  }

  static List<Exhibit> all() {
    return List.of(
        new Exhibit(
            DemoCommand.shipped("turing/palindrome.tm", "palindrome.tm"),
            Value.of("1011001001101"),
            Budget.DEFAULT,
            List.of(),
            "A Turing machine compares the ends of a palindrome. Time runs to the right, the tape"
                + " stands upright, the head is orange."),
        new Exhibit(
            new Source("rule-110.ca", "rule 110\nboundary open\n"),
            ValueJson.parse("{\"pattern\": \"1\", \"steps\": 220}"),
            Budget.DEFAULT,
            List.of(),
            "Rule 110 from a single live cell, 220 generations from left to right."),
        new Exhibit(
            DemoCommand.shipped("cellular/life.ca", "life.ca"),
            ValueJson.parse("{\"pattern\": \"" + GUN + "\", \"steps\": 120}"),
            Budget.DEFAULT,
            List.of(0, 30, 120),
            "Life: a gun fires a glider every 30 generations. Shown are the first board and those after"
                + " 30 and 120 generations."));
  }
}
