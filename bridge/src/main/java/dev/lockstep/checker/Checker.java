package dev.lockstep.checker;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Re-derives a certificate, as a process of its own:
///
/// `java -cp … dev.lockstep.checker.Checker MODEL RULES [BOUND [--any-program]]`
///
/// Checked: the weights are those that the model names, and the rule table is of the program that
/// it was trained on, unless any will do. Then, all in float64: the rule table has every window
/// with at most one mark and no other; the rule keeps "at most one mark" and, where rows have an
/// outside, keeps blank cells blank. Or, where a row is a ring of places: no content is of two
/// places, the table has all that the places can hold together, for each place in the middle, and
/// the rule says there what is of that place. And in both cases, the network's greatest logit is
/// the rule's content on every window, by more than the bound (default 0.5). Trusted: that the rule
/// table is the program's. Exit 0: confirmed; 1: refuted; 2: a file cannot be used.
public final class Checker {
  /// The argument that lets a model be judged by the rules of another program.
  public static final String ANY_PROGRAM = "--any-program";

  private static final double LEAST_BOUND = 0.5;
  private static final int MOST_SHOWN = 10;

  private final Float64Network network;
  private final RuleTable rules;
  private final double bound;
  private final List<String> objections = new ArrayList<>();
  private double leastMargin = Double.POSITIVE_INFINITY;
  private int[] leastWindow = new int[0];

  private Checker(Float64Network network, RuleTable rules, double bound) {
    this.network = network;
    this.rules = rules;
    this.bound = bound;
  }

  /// Runs the checker and exits.
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  /// Runs the checker; its exit code.
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    boolean anyProgram = arguments.length == 4 && arguments[3].equals(ANY_PROGRAM);
    if (arguments.length < 2 || arguments.length > (anyProgram ? 4 : 3)) {
      err.println("usage: Checker MODEL RULES [BOUND [" + ANY_PROGRAM + "]]");
      return 2;
    }
    try {
      double bound = arguments.length < 3 ? LEAST_BOUND : Double.parseDouble(arguments[2]);
      Float64Network network = new Float64Network(Path.of(arguments[0]));
      RuleTable rules = new RuleTable(Path.of(arguments[1]));
      if (!anyProgram && !rules.program().equals(network.program())) {
        throw new BadFile(arguments[1], "the rules of another program than the model's");
      }
      Checker checker = new Checker(network, rules, bound);
      checker.check();
      return checker.report(out);
    } catch (NumberFormatException _) {
      err.println("error: the bound is not a number: `" + arguments[2] + "`");
      return 2;
    } catch (BadFile e) {
      err.println("error: " + e.getMessage());
      return 2;
    }
  }

  private void check() {
    if (network.contents() != rules.contents() || network.cells() != rules.cells()) {
      object("the network is for other windows than the rule table");
      return;
    }
    if (!(bound >= LEAST_BOUND)) {
      object("the bound " + bound + " is below " + LEAST_BOUND);
    }
    if (rules.places().isEmpty()) {
      checkWindows();
      checkBlank();
      checkMarks();
    } else {
      checkPlaces();
    }
    rules.each(this::checkNetwork);
  }

  /// The windows are distinct (a map holds them) and each has at most one mark: so the table is
  /// complete where it has as many as there are such windows.
  private void checkWindows() {
    rules.each(
        (window, _) -> {
          if (marks(window) > 1) {
            object("a window with two marks: " + rules.describe(window));
          }
        });
    long marks = rules.marks().cardinality();
    long plain = rules.contents() - marks;
    long rest = 1;
    for (int i = 1; i < rules.cells(); i++) {
      rest *= plain;
    }
    long windows = rest * (plain + rules.cells() * marks);
    if (windows != rules.size()) {
      object("the table has " + rules.size() + " windows, there are " + windows);
    }
  }

  /// The windows are distinct, so the table is complete where each fits the places and there are as
  /// many as there are such windows.
  private void checkPlaces() {
    BitSet all = new BitSet();
    long windows = rules.places().size();
    for (RuleTable.Place place : rules.places()) {
      if (all.intersects(place.next()) || !subset(place.now(), place.next())) {
        object("a content of two places, or one that is never said");
      }
      all.or(place.next());
      windows = Math.multiplyExact(windows, (long) place.now().cardinality());
    }
    if (rules.places().size() != cells() || windows != rules.size()) {
      object("the table has " + rules.size() + " windows, there are " + windows);
    }
    rules.each(
        (window, next) -> {
          if (!fits(window, next)) {
            object("a content where it does not belong: " + rules.describe(window));
          }
        });
  }

  private static boolean subset(BitSet some, BitSet of) {
    return some.stream().allMatch(of::get);
  }

  /// Whether the window is a row turned so that `next` is said in its middle.
  private boolean fits(int[] window, int next) {
    int places = rules.places().size();
    for (int middle = 0; middle < places; middle++) {
      if (rules.places().get(middle).next().get(next)) {
        boolean fits = true;
        for (int i = 0; i < window.length; i++) {
          int place = Math.floorMod(middle - window.length / 2 + i, places);
          fits &= rules.places().get(place).now().get(window[i]);
        }
        return fits;
      }
    }
    return false;
  }

  private void checkBlank() {
    if (!rules.endless()) {
      return;
    }
    int[] window = new int[rules.cells()];
    Arrays.fill(window, Math.max(0, rules.blank()));
    if (rules.blank() < 0
        || rules.marks().get(rules.blank())
        || rules.next(window, 0) != rules.blank()) {
      object("blank cells do not stay blank");
    }
  }

  /// "At most one mark" is kept: without a mark in sight none appears, and no two windows that see
  /// the same mark, and agree where they overlap, both have a mark next.
  private void checkMarks() {
    Map<List<Integer>, int[]> seen = new HashMap<>();
    rules.each(
        (window, next) -> {
          if (marks(window) == 0 && rules.marks().get(next)) {
            object("a mark appears from nothing: " + rules.describe(window));
          }
          if (marks(window) == 1 && rules.marks().get(next)) {
            int place = place(window);
            for (int shift = 1; shift <= place; shift++) {
              seen.put(
                  key(place - shift, shift, Arrays.copyOfRange(window, shift, cells())), window);
            }
          }
        });
    rules.each(
        (window, next) -> {
          if (marks(window) == 1 && rules.marks().get(next)) {
            int place = place(window);
            for (int shift = 1; place + shift < cells(); shift++) {
              int[] left = seen.get(key(place, shift, Arrays.copyOf(window, cells() - shift)));
              if (left != null) {
                object(
                    "one mark becomes two: "
                        + rules.describe(left)
                        + " beside "
                        + rules.describe(window));
              }
            }
          }
        });
  }

  /// Where the mark is in the right one of two windows, how far the left one is, what both see.
  private static List<Integer> key(int place, int shift, int[] overlap) {
    return Stream.concat(Stream.of(place, shift), Arrays.stream(overlap).boxed()).toList();
  }

  private int place(int[] window) {
    int place = 0;
    while (!rules.marks().get(window[place])) {
      place++;
    }
    return place;
  }

  private int cells() {
    return rules.cells();
  }

  private int marks(int[] window) {
    int count = 0;
    for (int content : window) {
      count += rules.marks().get(content) ? 1 : 0;
    }
    return count;
  }

  private void checkNetwork(int[] window, int expected) {
    double[] logits = network.logits(window);
    double margin = Double.POSITIVE_INFINITY;
    for (int i = 0; i < logits.length; i++) {
      if (i != expected) {
        margin = Math.min(margin, logits[expected] - logits[i]); // NaN stays
      }
    }
    if (!(margin > bound)) {
      object("margin " + margin + " on " + rules.describe(window));
    }
    if (!(margin >= leastMargin)) {
      leastMargin = margin;
      leastWindow = window;
    }
  }

  private void object(String objection) {
    objections.add(objection);
  }

  private int report(PrintStream out) {
    out.println("verdict: " + (objections.isEmpty() ? "confirmed" : "refuted"));
    out.println(
        "windows: "
            + rules.size()
            + (rules.places().isEmpty()
                ? rules.endless() ? "" : ", of rows without an outside"
                : ", of " + rules.places().size() + " places"));
    if (leastWindow.length > 0) {
      out.println("least margin: " + leastMargin + " on " + rules.describe(leastWindow));
    }
    out.println("bound: " + bound);
    out.println("weights: " + network.weightsSha256());
    objections.stream().limit(MOST_SHOWN).forEach(it -> out.println("objection: " + it));
    if (objections.size() > MOST_SHOWN) {
      out.println("and " + (objections.size() - MOST_SHOWN) + " objections more");
    }
    return objections.isEmpty() ? 0 : 1;
  }
}
