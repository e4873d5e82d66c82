package dev.lockstep.mu.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes one program. It ends, because loops count to what is fixed when they begin or walk lists
/// that their bodies do not lengthen, and recursions go down by one; it fails only where the knobs
/// say so, because divisors are literals and indices and pops are guarded.
final class ProgramWriter {
  private static final int MODULUS = 997; // keeps what loops assign small

  private final RandomGenerator random;
  private final Knobs knobs;
  private final StringBuilder out = new StringBuilder();
  private final List<Recursion> functions = new ArrayList<>();
  private Names names = new Names();
  private int lists;
  private int left;

  /// A function beside `main`, by how it is called.
  private record Recursion(String name, boolean twofold) {}

  /// The visible names of the function being written.
  private static final class Names {
    private final List<String> ints = new ArrayList<>();
    private final List<String> assignable = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();
    private final List<String> growable = new ArrayList<>();
    private int made;

    String fresh() {
      made++;
      return "v" + made;
    }
  }

  private ProgramWriter(RandomGenerator random, Knobs knobs) {
    this.random = random;
    this.knobs = knobs;
    this.left = knobs.statements();
  }

  /// The same structure from the same `random`, however many `turns` the knobs ask for.
  static String write(RandomGenerator random, Knobs knobs) {
    ProgramWriter writer = new ProgramWriter(random, knobs);
    writer.program();
    return writer.out.toString();
  }

  private void program() {
    for (int i = 1; i <= knobs.functions(); i++) {
      recursion("f" + i);
    }
    line(0, "fn main(a: int, b: int" + (knobs.lists() > 0 ? ", xs: [int]" : "") + ") -> int {");
    names = new Names();
    names.ints.addAll(List.of("a", "b"));
    if (knobs.lists() > 0) {
      names.lists.add("xs");
      names.growable.add("xs");
    }
    declare(1, true);
    while (left > 0) {
      statement(1, 0);
    }
    answer();
    line(0, "}");
  }

  /// The answer depends on every variable that is visible at the end, and on a list's elements.
  private void answer() {
    String sum = String.join(" + ", names.ints);
    if (!names.lists.isEmpty()) {
      String total = names.fresh();
      String element = names.fresh();
      line(1, "var " + total + " = 0");
      line(1, "for " + element + " in " + names.lists.getLast() + " {");
      line(2, total + " = (" + total + " * 3 + " + element + ") % " + MODULUS);
      line(1, "}");
      sum = sum + " + " + total;
    }
    line(1, "return " + sum);
  }

  private void recursion(String name) {
    names = new Names();
    names.ints.addAll(List.of("k", "a"));
    boolean twofold = random.nextInt(3) == 0;
    String other =
        functions.isEmpty() || functions.getLast().twofold ? name : functions.getLast().name;
    line(0, "fn " + name + "(k: int, a: int) -> int {");
    line(1, "if k <= " + (twofold ? 1 : 0) + " {");
    line(2, "return " + small());
    line(1, "}");
    if (knobs.depth() > 0 && random.nextBoolean()) {
      branch(1, 1, false);
    }
    String argument = small();
    if (twofold) {
      line(
          1,
          "return (%s(k - 1, %s) + %s(k - 2, a)) %% %d".formatted(name, argument, name, MODULUS));
    } else {
      String down = random.nextInt(3) == 0 ? other : name;
      line(1, "let r = " + down + "(k - 1, " + argument + ")");
      names.ints.add("r");
      line(1, "return " + small());
    }
    line(0, "}");
    out.append('\n');
    functions.add(new Recursion(name, twofold));
  }

  private void statements(int level, int depth) {
    Names before = copy();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      statement(level, depth);
    }
    forget(before);
  }

  private Names copy() {
    Names copy = new Names();
    copy.ints.addAll(names.ints);
    copy.assignable.addAll(names.assignable);
    copy.lists.addAll(names.lists);
    copy.growable.addAll(names.growable);
    return copy;
  }

  /// What a block declares ends with it; names are not used twice.
  private void forget(Names before) {
    names.ints.retainAll(before.ints);
    names.assignable.retainAll(before.assignable);
    names.lists.retainAll(before.lists);
    names.growable.retainAll(before.growable);
  }

  private void statement(int level, int depth) {
    left--;
    Family family = knobs.family();
    boolean deeper = depth < knobs.depth() && left > 0;
    int choice = random.nextInt(12);
    if (choice < 3 && deeper && family.loops()) {
      loop(level, depth);
    } else if (choice < 6 && deeper && family.branches()) {
      branch(level, depth + 1, true);
    } else if (choice < 8 && family.calls() && !functions.isEmpty() && depth == 0) {
      call(level);
    } else if (choice < 9 && !names.growable.isEmpty()) {
      change(level);
    } else if (choice == 9 && lists < knobs.lists() && depth == 0) {
      list(level);
    } else if (choice == 10 && random.nextInt(3) == 0) {
      line(level, "print " + number(1));
    } else if (names.ints.size() < knobs.variables() && random.nextBoolean()) {
      declare(level, random.nextBoolean());
    } else {
      assign(level);
    }
  }

  private void declare(int level, boolean assignable) {
    String value = small();
    String name = names.fresh();
    line(level, (assignable ? "var " : "let ") + name + " = " + value);
    names.ints.add(name);
    if (assignable) {
      names.assignable.add(name);
    }
  }

  private void assign(int level) {
    if (names.assignable.isEmpty()) {
      declare(level, true);
    } else {
      line(level, one(names.assignable) + " = " + small());
    }
  }

  private void list(int level) {
    lists++;
    String value = random.nextInt(3) == 0 ? "[]" : "[" + small() + ", " + number(0) + "]";
    String name = names.fresh();
    line(level, "let " + name + ": [int] = " + value);
    names.lists.add(name);
    names.growable.add(name);
  }

  /// A push, a pop, or an element that changes.
  private void change(int level) {
    String list = one(names.growable);
    boolean guarded = !faulty();
    switch (random.nextInt(3)) {
      case 0 -> line(level, "push(" + list + ", " + small() + ")");
      case 1 -> {
        String target = names.assignable.isEmpty() ? "" : one(names.assignable) + " = ";
        guarded(level, guarded, "len(" + list + ") > 0", target + "pop(" + list + ")");
      }
      default -> {
        String index = guarded ? "(" + number(1) + ") % len(" + list + ")" : number(1);
        guarded(level, guarded, "len(" + list + ") > 0", list + "[" + index + "] = " + small());
      }
    }
  }

  private void guarded(int level, boolean guarded, String condition, String statement) {
    if (!guarded) {
      line(level, statement);
      return;
    }
    line(level, "if " + condition + " {");
    line(level + 1, statement);
    line(level, "}");
  }

  private void call(int level) {
    Recursion callee = functions.get(random.nextInt(functions.size()));
    // a function that calls itself twice takes exponentially many steps
    int down =
        callee.twofold
            ? 2 + (32 - Integer.numberOfLeadingZeros(knobs.turns())) * 3 / 2
            : knobs.turns();
    String argument = number(1);
    String name = names.fresh();
    line(level, "let " + name + " = " + callee.name + "(" + down + ", " + argument + ")");
    names.ints.add(name);
  }

  private void branch(int level, int depth, boolean blocks) {
    line(level, "if " + truth(2) + " {");
    if (blocks) {
      statements(level + 1, depth);
    } else {
      line(level + 1, "return " + small());
    }
    if (random.nextBoolean()) {
      line(level, "} else {");
      if (blocks) {
        statements(level + 1, depth);
      } else {
        line(level + 1, "print " + number(1));
      }
    }
    line(level, "}");
  }

  private void loop(int level, int depth) {
    int turns = depth == 0 ? knobs.turns() : 2;
    int kind = random.nextInt(3);
    if (kind == 0 && !names.lists.isEmpty()) {
      String list = one(names.lists);
      Names before = copy();
      String name = names.fresh();
      line(level, "for " + name + " in " + list + " {");
      names.ints.add(name);
      names.growable.remove(list); // its length stays while it is walked
      body(level, depth);
      forget(before);
      names.growable.clear();
      names.growable.addAll(before.growable);
    } else if (kind == 1) {
      String name = names.fresh();
      line(level, "var " + name + " = " + turns);
      line(level, "while " + name + " > 0 {");
      line(level + 1, name + " = " + name + " - 1");
      names.ints.add(name);
      body(level, depth);
    } else {
      String name = names.fresh();
      line(level, "for " + name + " in 0.." + turns + " {");
      names.ints.add(name);
      body(level, depth);
      names.ints.remove(name);
    }
  }

  private void body(int level, int depth) {
    statements(level + 1, depth + 1);
    line(level, "}");
  }

  private boolean faulty() {
    return random.nextInt(100) < knobs.faults();
  }

  /// An expression whose value is small, or reads one variable.
  private String small() {
    return switch (random.nextInt(5)) {
      case 0 -> String.valueOf(random.nextInt(10));
      case 1 -> one(names.ints);
      default -> "(" + number(2) + ") % " + MODULUS;
    };
  }

  private String number(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return random.nextInt(3) == 0 ? String.valueOf(random.nextInt(20)) : one(names.ints);
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> number(depth - 1) + " + " + number(depth - 1);
      case 2 -> number(depth - 1) + " - (" + number(depth - 1) + ")";
      case 3 -> "(" + number(depth - 1) + ") * " + one(names.ints);
      case 4 ->
          "("
              + number(depth - 1)
              + ") / "
              + (faulty() ? "(" + number(depth - 1) + ")" : 2 + random.nextInt(7));
      case 5 -> "(" + number(depth - 1) + ") % " + (2 + random.nextInt(9));
      case 6 -> names.lists.isEmpty() ? one(names.ints) : "len(" + one(names.lists) + ")";
      default ->
          names.lists.isEmpty() || !faulty()
              ? "-" + one(names.ints)
              : one(names.lists) + "[" + number(depth - 1) + "]";
    };
  }

  private String truth(int depth) {
    if (depth == 0) {
      return number(0) + " < " + number(0);
    }
    return switch (random.nextInt(7)) {
      case 0 -> number(1) + " == " + number(1);
      case 1 -> number(1) + " <= " + number(1);
      case 2 -> number(1) + " > " + number(1);
      case 3 -> "(" + number(1) + ") % 2 == " + random.nextInt(2);
      case 4 -> "(" + truth(depth - 1) + ") && " + truth(depth - 1);
      case 5 -> "(" + truth(depth - 1) + ") || !(" + truth(depth - 1) + ")";
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
