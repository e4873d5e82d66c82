package dev.lockstep.mu;

import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.mu.MuPrinter;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.MuReader;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random programs that check without an error and end: loops are short, and only a function with a
/// shrinking argument calls itself. They may fail (an index, a division), as programs do.
final class MuSampler {
  private static final int SMALL_MODULUS = 97; // assigned values stay small in every loop

  private final RandomGenerator random;
  private final StringBuilder out = new StringBuilder();
  private final List<String> helpers = new ArrayList<>();
  private final boolean extended; // beyond ints, bools and lists
  private Names names = new Names();
  private int left;
  private int loops;

  private MuSampler(RandomGenerator random, int size) {
    this.random = random;
    this.left = Math.max(1, size);
    this.extended = random.nextBoolean();
  }

  /// The visible variables of the function being written, by what may be done with them.
  private static final class Names {
    private final List<String> ints = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();
    private int count;

    String fresh() {
      count++;
      return "v" + count;
    }
  }

  static MuProgram sample(RandomGenerator random, int size) {
    MuSampler sampler = new MuSampler(random, size);
    sampler.program();
    MuProgram draft = MuReader.read(new Source("sample.mu", sampler.out.toString()));
    return MuReader.read(new Source("sample.mu", MuPrinter.print(draft)));
  }

  private void program() {
    if (extended) {
      out.append("record Pair { a: int, b: int }\n\n");
    }
    int count = random.nextInt(3);
    for (int i = 1; i <= count; i++) {
      helper("f" + i);
    }
    begin(
        "fn main(n: int, xs: [int]) -> int" + (extended ? " ensures result == result" : "") + " {");
    statements(0);
    line(1, "return " + number(2));
    out.append("}\n");
  }

  private void helper(String name) {
    begin("fn " + name + "(n: int, xs: [int]) -> int {");
    if (random.nextInt(3) == 0) {
      line(1, "if n <= 0 { return " + number(1) + " }");
      line(1, "return " + name + "(n % 4 - 1, xs) + " + number(1));
    } else {
      statements(0);
      line(1, "return " + number(2));
    }
    out.append("}\n\n");
    helpers.add(name);
  }

  private void begin(String signature) {
    out.append(signature).append('\n');
    names = new Names();
    names.ints.add("n");
    names.lists.add("xs");
    if (extended) {
      line(1, "var pair = Pair(a: n, b: " + random.nextInt(9) + ")");
      line(1, "var text = \"a\\t\\u{1F600}\"");
      line(1, "let map: {int: str} = {}");
      line(1, "let set = {(1, true), (2, false)}");
      line(1, "var option: int? = none");
    }
  }

  private void statements(int depth) {
    int ints = names.ints.size();
    int variables = names.variables.size();
    int lists = names.lists.size();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count && left > 0; i++) {
      left--;
      statement(depth);
    }
    if (depth > 0) { // what a block declares ends with it
      names.ints.subList(ints, names.ints.size()).clear();
      names.variables.subList(variables, names.variables.size()).clear();
      names.lists.subList(lists, names.lists.size()).clear();
    }
  }

  private void statement(int depth) {
    if (extended && random.nextInt(3) == 0) {
      more(depth);
      return;
    }
    switch (random.nextInt(depth < 2 ? 14 : 9)) {
      case 0, 1 -> declare(depth);
      case 2 -> list(depth);
      case 3 -> assign(depth);
      case 4 -> line(depth + 1, "push(" + one(names.lists) + ", " + small() + ")");
      case 5 -> {
        String list = one(names.lists);
        line(depth + 1, "if len(" + list + ") > 0 { " + list + "[0] = " + small() + " }");
      }
      case 6 -> line(depth + 1, "print " + (random.nextBoolean() ? number(2) : one(names.lists)));
      case 7 -> line(depth + 1, "assert " + truth(1) + " || true");
      case 8 -> {
        String list = one(names.lists);
        line(depth + 1, "if len(" + list + ") > 1 { print pop(" + list + ") }");
      }
      case 9, 10 -> choice(depth);
      case 11 -> loop(depth, "0.." + random.nextInt(4));
      case 12 -> loop(depth, one(names.lists));
      default -> countdown(depth);
    }
  }

  private void more(int depth) {
    switch (random.nextInt(depth < 2 ? 16 : 12)) {
      case 0 -> line(depth + 1, "pair.a = " + small());
      case 1 -> line(depth + 1, "pair = pair with (b: " + small() + ")");
      case 2 -> line(depth + 1, "map[" + small() + "] = text");
      case 3 -> line(depth + 1, "map[1] = text; remove(map, 1)");
      case 4 -> line(depth + 1, "push(set, (" + small() + ", " + truth(1) + "))");
      case 5 -> line(depth + 1, "if len(text) < 20 { text += str(" + small() + ") }");
      case 6 ->
          line(depth + 1, "option = if " + truth(1) + " { some(" + small() + ") } else { none }");
      case 7 -> line(depth + 1, "print (pair, text, option, map, set)");
      case 8 -> {
        String name = names.fresh();
        line(depth + 1, "let (" + name + ", _) = (" + small() + ", text)");
        names.ints.add(name);
      }
      case 9 -> line(depth + 1, "pair.b += or_else(lookup({1: " + small() + "}, pair.a), 3)");
      case 10 -> {
        String way = random.nextBoolean() ? "break" : "continue";
        if (loops > 0) {
          line(depth + 1, "if " + truth(1) + " { " + way + " }");
        }
      }
      case 11 -> {
        line(depth + 1, "assert match (pair, option) {");
        line(depth + 2, "(Pair(a: 0), some(1)) => true");
        line(depth + 2, "(Pair(b), none) => b == pair.b");
        line(depth + 2, "_ => text < text + \"z\"");
        line(depth + 1, "}");
      }
      case 12, 13 -> {
        line(depth + 1, "match option {");
        String name = names.fresh();
        line(depth + 2, "some(" + name + ") => {");
        names.ints.add(name);
        statements(depth + 2);
        names.ints.remove(name);
        line(depth + 2, "}");
        line(depth + 2, "none => print keys(map)");
        line(depth + 1, "}");
      }
      case 14 -> loop(depth, "values(map)", "_" + names.fresh(), "");
      default -> {
        String key = names.fresh();
        loop(depth, "items(map)", "(" + key + ", _" + key + ")", key);
      }
    }
  }

  private void declare(int depth) {
    boolean mutable = random.nextBoolean();
    String value = mutable ? small() : number(2);
    String name = names.fresh();
    line(depth + 1, (mutable ? "var " : "let ") + name + " = " + value);
    names.ints.add(name);
    if (mutable) {
      names.variables.add(name);
    }
  }

  private void list(int depth) {
    String value = "[" + small() + ", " + small() + "]";
    String name = names.fresh();
    line(depth + 1, "let " + name + ": [int] = " + (random.nextInt(4) == 0 ? "[]" : value));
    names.lists.add(name);
  }

  private void assign(int depth) {
    if (names.variables.isEmpty()) {
      declare(depth);
    } else {
      line(depth + 1, one(names.variables) + " = " + small());
    }
  }

  private void choice(int depth) {
    line(depth + 1, "if " + truth(2) + " {");
    statements(depth + 1);
    if (random.nextBoolean()) {
      line(depth + 1, "} else {");
      statements(depth + 1);
    }
    line(depth + 1, "}");
  }

  private void loop(int depth, String over) {
    String name = names.fresh();
    loop(depth, over, name, name);
  }

  /// @param number a name of the head that is an int, or empty
  private void loop(int depth, String over, String head, String number) {
    line(depth + 1, "for " + head + " in " + over + (extended ? " invariant n == n {" : " {"));
    if (!number.isEmpty()) {
      names.ints.add(number);
    }
    loops++;
    statements(depth + 1);
    if (extended && random.nextBoolean()) {
      line(depth + 2, "if " + truth(1) + " { break }");
    }
    loops--;
    names.ints.remove(number);
    line(depth + 1, "}");
  }

  private void countdown(int depth) {
    String name = names.fresh();
    line(depth + 1, "var " + name + " = " + random.nextInt(4));
    line(depth + 1, "while " + name + " > 0 {");
    line(depth + 2, name + (extended ? " -= 1" : " = " + name + " - 1"));
    loops++;
    statements(depth + 1);
    loops--;
    line(depth + 1, "}");
    names.ints.add(name);
  }

  private String small() {
    return random.nextInt(3) == 0
        ? String.valueOf(random.nextInt(10))
        : "(" + number(2) + ") % " + SMALL_MODULUS;
  }

  private String number(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return random.nextInt(3) == 0 ? String.valueOf(random.nextInt(100)) : one(names.ints);
    }
    return switch (random.nextInt(9)) {
      case 0 -> number(depth - 1) + " + " + number(depth - 1);
      case 1 -> number(depth - 1) + " - (" + number(depth - 1) + ")";
      case 2 -> "(" + number(depth - 1) + ") * " + one(names.ints);
      case 3 -> "(" + number(depth - 1) + ") / " + (random.nextInt(10) - 3);
      case 4 -> "-(" + number(depth - 1) + ") % " + (1 + random.nextInt(9));
      case 5 -> "len(" + one(names.lists) + ")";
      case 6 -> one(names.lists) + "[" + random.nextInt(2) + "]";
      default ->
          helpers.isEmpty()
              ? one(names.ints)
              : one(helpers) + "(" + number(depth - 1) + ", " + one(names.lists) + ")";
    };
  }

  private String truth(int depth) {
    if (depth == 0) {
      return number(0) + " < " + number(0);
    }
    return switch (random.nextInt(6)) {
      case 0 -> number(1) + " == " + number(1);
      case 1 -> number(1) + " <= " + number(1);
      case 2 -> "(" + truth(depth - 1) + ") && " + truth(depth - 1);
      case 3 -> "(" + truth(depth - 1) + ") || !(" + truth(depth - 1) + ")";
      case 4 -> one(names.lists) + " == " + one(names.lists);
      default -> number(1) + " != " + number(1);
    };
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void line(int level, String text) {
    out.repeat("  ", level).append(text).append('\n');
  }
}
