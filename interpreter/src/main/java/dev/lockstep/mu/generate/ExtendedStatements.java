package dev.lockstep.mu.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes statements about texts, records, options, maps and sets.
final class ExtendedStatements {
  private static final int LONGEST_TEXT = 16; // longer ones do not grow

  private final Draft draft;
  private final RandomGenerator random;
  private final Expressions plain;
  private final ExtendedExpressions expressions;
  private final Contracts contracts;
  private final Blocks blocks;

  /// Writes what stands in a block whose head is at `level`.
  interface Blocks {
    void write(int level, int depth);
  }

  /// Where a statement stands.
  ///
  /// @param deeper whether a block may follow
  private record At(int level, int depth, boolean deeper) {}

  ExtendedStatements(Draft draft, Expressions plain, Contracts contracts, Blocks blocks) {
    this.draft = draft;
    this.random = draft.random;
    this.plain = plain;
    this.expressions = plain.extended();
    this.contracts = contracts;
    this.blocks = blocks;
  }

  /// What stands before the functions.
  void records() {
    if (draft.knobs.family().has(Extra.RECORDS)) {
      draft.line(0, "record Point { x: int, y: int }");
      draft.emptyLine();
    }
  }

  /// A variable of each sort that the family has.
  void declarations(int level) {
    Family family = draft.knobs.family();
    if (family.isExtended()) {
      String text = draft.names.fresh();
      draft.line(level, "var " + text + " = s");
      draft.names.add(text, Sort.TEXT);
    }
    if (family.has(Extra.RECORDS)) {
      declarePoint(level);
      declareOption(level);
    }
    if (family.has(Extra.TABLES)) {
      declareMap(level);
      declareSet(level);
    }
  }

  /// What `main` shows of them at its end.
  void show(int level) {
    List<String> shown = new ArrayList<>();
    for (Sort sort : List.of(Sort.TEXT, Sort.POINT, Sort.OPTION, Sort.MAP, Sort.SET)) {
      shown.addAll(draft.names.of(sort));
    }
    if (shown.size() > 1) {
      draft.line(level, "print (" + String.join(", ", shown) + ")");
    }
  }

  /// @param deeper whether a block may follow
  void write(int level, int depth, boolean deeper) {
    At at = new At(level, depth, deeper);
    List<Runnable> ways = new ArrayList<>();
    if (draft.has(Extra.TEXTS, Sort.TEXT)) {
      ways.add(() -> text(level));
      ways.add(() -> letters(at));
    }
    if (draft.has(Extra.RECORDS, Sort.POINT)) {
      ways.add(() -> point(level));
      ways.add(() -> option(at));
    }
    if (draft.has(Extra.TABLES, Sort.MAP)) {
      ways.add(() -> map(level));
      ways.add(() -> set(level));
      ways.add(() -> walk(at));
    }
    if (draft.knobs.family().has(Extra.CONTRACTS)) {
      ways.add(() -> contracts.assertion(level));
    }
    ways.get(random.nextInt(ways.size())).run();
  }

  private void text(int level) {
    String text = draft.one(Sort.TEXT);
    switch (random.nextInt(5)) {
      case 0 -> {
        draft.line(level, "if len(" + text + ") < " + LONGEST_TEXT + " {");
        draft.line(level + 1, text + " += " + expressions.text());
        draft.line(level, "}");
      }
      case 1 -> {
        String name = draft.names.fresh();
        draft.line(level, "var " + name + " = " + expressions.text());
        draft.names.add(name, Sort.TEXT);
      }
      case 2 -> {
        String name = draft.names.fresh();
        draft.line(level, "let " + name + " = " + letterCode(text));
        draft.names.add(name, Sort.INT);
      }
      case 3 -> draft.line(level, "print " + text + " + " + expressions.text());
      default -> draft.line(level, text + " = " + expressions.text());
    }
  }

  private String letterCode(String text) {
    if (!draft.faulty()) {
      return "ord(substring(" + text + " + \"yz\", 1, 2))";
    }
    return random.nextBoolean()
        ? "int(" + text + ") % " + Draft.MODULUS
        : "ord(" + text + "[" + plain.number(1) + "])";
  }

  /// A loop over a text's letters, or a look at the whole text.
  private void letters(At at) {
    int level = at.level();
    String text = draft.one(Sort.TEXT);
    if (!at.deeper() || random.nextBoolean()) {
      String name = draft.names.fresh();
      draft.line(level, "match " + text + " {");
      draft.line(level + 1, "\"\" => print \"none\"");
      draft.line(level + 1, "\"a\" => print " + plain.number(1));
      draft.line(level + 1, name + " if len(" + name + ") > 3 => print " + name + "[2]");
      draft.line(level + 1, "_ => " + text + " = " + expressions.text());
      draft.line(level, "}");
      return;
    }
    String letter = draft.names.fresh();
    String code = draft.names.fresh();
    Names before = draft.names.copy();
    draft.line(level, "for " + letter + " in chars(" + text + ") {");
    draft.line(level + 1, "if " + letter + " == \"é\" { continue }");
    draft.line(level + 1, "let " + code + " = ord(" + letter + ") % 7");
    draft.names.add(code, Sort.INT);
    blocks.write(level, at.depth());
    draft.line(level, "}");
    draft.names.forget(before);
  }

  private void declarePoint(int level) {
    String value = expressions.point();
    String name = draft.names.fresh();
    draft.line(level, "var " + name + " = " + value);
    draft.names.add(name, Sort.POINT);
  }

  private void declareOption(int level) {
    String value = expressions.option();
    String name = draft.names.fresh();
    draft.line(level, "var " + name + ": int? = " + value);
    draft.names.add(name, Sort.OPTION);
  }

  private void point(int level) {
    String point = draft.one(Sort.POINT);
    switch (random.nextInt(6)) {
      case 0 -> draft.line(level, point + ".x = " + plain.small());
      case 1 -> draft.line(level, point + ".y %= 7");
      case 2 -> draft.line(level, point + " = " + expressions.point());
      case 3 -> {
        String first = draft.names.fresh();
        String second = draft.names.fresh();
        String value = "(" + plain.small() + ", (" + expressions.point() + ", true))";
        draft.line(level, "let (" + first + ", (" + second + ", _)) = " + value);
        draft.names.add(first, Sort.INT);
        draft.line(level, "print " + second);
      }
      case 4 -> {
        String list = draft.names.fresh();
        draft.line(level, "let " + list + " = [" + point + ", " + expressions.point() + "]");
        draft.line(level, list + "[1].y = " + plain.small());
        draft.line(level, "print (" + list + "[1].y, " + list + ")");
      }
      default -> declarePoint(level);
    }
  }

  private void option(At at) {
    int level = at.level();
    String option = draft.one(Sort.OPTION);
    if (draft.faulty()) {
      draft.line(level, "print unwrap(" + option + ")");
    } else if (at.deeper() && random.nextBoolean()) {
      String name = draft.names.fresh();
      String part = draft.names.fresh();
      draft.line(level, "match (" + option + ", " + draft.one(Sort.POINT) + ") {");
      draft.line(level + 1, "(none, Point(x: 0)) => print \"nothing\"");
      draft.line(level + 1, "(some(" + name + "), Point(y: " + part + ")) => {");
      Names before = draft.names.copy();
      draft.names.add(name, Sort.INT);
      draft.names.add(part, Sort.INT);
      blocks.write(level + 1, at.depth());
      draft.names.forget(before);
      draft.line(level + 1, "}");
      draft.line(level + 1, "_ => " + option + " = " + expressions.option());
      draft.line(level, "}");
    } else {
      draft.line(level, option + " = " + expressions.option());
    }
  }

  private void declareMap(int level) {
    String name = draft.names.fresh();
    String entries = "{\"a\": " + plain.small() + ", \"é\": 2}";
    String value = random.nextBoolean() ? "{}" : entries;
    draft.line(level, "let " + name + ": {str: int} = " + value);
    draft.names.add(name, Sort.MAP, Sort.GROWING_MAP);
  }

  private void declareSet(int level) {
    String name = draft.names.fresh();
    String value = random.nextBoolean() ? "{1, 2, 1}" : "set_of([" + plain.small() + "])";
    draft.line(level, "let " + name + ": {int} = " + value);
    draft.names.add(name, Sort.SET, Sort.GROWING_SET);
  }

  private void map(int level) {
    if (!draft.names.has(Sort.GROWING_MAP)) {
      draft.line(level, "print items(" + draft.one(Sort.MAP) + ")");
      return;
    }
    String map = draft.one(Sort.GROWING_MAP);
    String key = expressions.text();
    switch (random.nextInt(3)) {
      case 0 -> draft.line(level, map + "[" + key + "] = " + plain.small());
      case 1 ->
          draft.line(
              level, map + "[" + key + "] = or_else(lookup(" + map + ", " + key + "), 0) % 97 + 1");
      default -> remove(level, map, key);
    }
  }

  private void set(int level) {
    if (!draft.names.has(Sort.GROWING_SET)) {
      draft.line(level, "print keys(" + draft.one(Sort.SET) + ")");
      return;
    }
    String set = draft.one(Sort.GROWING_SET);
    String element = "(" + plain.number(1) + ") % 9";
    if (random.nextBoolean()) {
      draft.line(level, "push(" + set + ", " + element + ")");
    } else {
      remove(level, set, element);
    }
  }

  private void remove(int level, String table, String key) {
    String name = draft.names.fresh();
    draft.line(level, "let " + name + " = " + key);
    String removal = "remove(" + table + ", " + name + ")";
    draft.line(
        level, draft.faulty() ? removal : "if " + name + " in " + table + " { " + removal + " }");
  }

  /// A loop over a map's pairs or a set's elements.
  private void walk(At at) {
    int level = at.level();
    Names before = draft.names.copy();
    String element = draft.names.fresh();
    boolean pairs = random.nextBoolean();
    Sort sort = pairs ? Sort.MAP : Sort.SET;
    Sort growing = pairs ? Sort.GROWING_MAP : Sort.GROWING_SET;
    String table = draft.one(sort);
    String head = pairs ? "(" + draft.names.fresh() + ", " + element + ")" : element;
    String over = pairs ? "items(" + table + ")" : table;
    draft.line(level, "for " + head + " in " + over + " {");
    draft.names.add(element, Sort.INT);
    draft.names.remove(table, growing); // its length stays while it is walked
    if (at.deeper()) {
      blocks.write(level, at.depth());
    } else {
      draft.line(level + 1, "print " + element + " + " + plain.number(0));
    }
    draft.line(level, "}");
    draft.names.forget(before);
    draft.names.restore(before, growing);
  }
}
