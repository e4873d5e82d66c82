package dev.lockstep.mu.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes one program. It ends, because loops count to what is fixed when they begin or walk what
/// their bodies do not lengthen, and recursions go down by one; it fails only where the knobs say
/// so, because divisors are literals and indices, keys and pops are guarded.
final class ProgramWriter {
  private final Draft draft;
  private final RandomGenerator random;
  private final Knobs knobs;
  private final Expressions expressions;
  private final Contracts contracts;
  private final ExtendedStatements extended;
  private final List<Recursion> functions = new ArrayList<>();
  private int lists;
  private int left;

  /// A function beside `main`, by how it is called.
  private record Recursion(String name, boolean twofold) {}

  private ProgramWriter(RandomGenerator random, Knobs knobs) {
    this.draft = new Draft(random, knobs);
    this.random = random;
    this.knobs = knobs;
    this.expressions = new Expressions(draft);
    this.contracts = new Contracts(draft, expressions);
    this.extended =
        new ExtendedStatements(
            draft, expressions, contracts, (level, depth) -> statements(level + 1, depth + 1));
    this.left = knobs.statements();
  }

  /// The same structure from the same `random`, however many `turns` the knobs ask for.
  static String write(RandomGenerator random, Knobs knobs) {
    ProgramWriter writer = new ProgramWriter(random, knobs);
    writer.program();
    return writer.draft.text();
  }

  private void program() {
    extended.records();
    for (int i = 1; i <= knobs.functions(); i++) {
      recursion("f" + i);
    }
    boolean more = knobs.family().isExtended();
    draft.line(
        0,
        "fn main(a: int, b: int"
            + (knobs.lists() > 0 ? ", xs: [int]" : "")
            + (more ? ", s: str" : "")
            + ") -> int"
            + contracts.ofMain()
            + " {");
    draft.names = new Names();
    draft.names.add("a", Sort.INT);
    draft.names.add("b", Sort.INT);
    if (knobs.lists() > 0) {
      draft.names.add("xs", Sort.LIST, Sort.GROWING_LIST);
    }
    declare(1, true);
    extended.declarations(1);
    while (left > 0) {
      statement(1, 0);
    }
    extended.show(1);
    answer();
    draft.line(0, "}");
  }

  /// The answer depends on every variable that is visible at the end, and on a list's elements.
  private void answer() {
    String sum = String.join(" + ", draft.names.of(Sort.INT));
    if (draft.names.has(Sort.LIST)) {
      String total = draft.names.fresh();
      String element = draft.names.fresh();
      draft.line(1, "var " + total + " = 0");
      draft.line(1, "for " + element + " in " + draft.names.of(Sort.LIST).getLast() + " {");
      draft.line(2, total + " = (" + total + " * 3 + " + element + ") % " + Draft.MODULUS);
      draft.line(1, "}");
      sum = sum + " + " + total;
    }
    draft.line(1, "return " + sum);
  }

  private void recursion(String name) {
    draft.names = new Names();
    draft.names.add("k", Sort.INT);
    draft.names.add("a", Sort.INT);
    boolean twofold = random.nextInt(3) == 0;
    String other =
        functions.isEmpty() || functions.getLast().twofold ? name : functions.getLast().name;
    draft.line(0, "fn " + name + "(k: int, a: int) -> int" + contracts.ofRecursion() + " {");
    draft.line(1, "if k <= " + (twofold ? 1 : 0) + " {");
    draft.line(2, "return " + expressions.small());
    draft.line(1, "}");
    if (knobs.depth() > 0 && random.nextBoolean()) {
      branch(1, 1, false);
    }
    String argument = expressions.small();
    if (twofold) {
      draft.line(
          1,
          "return (%s(k - 1, %s) + %s(k - 2, a)) %% %d"
              .formatted(name, argument, name, Draft.MODULUS));
    } else {
      String down = random.nextInt(3) == 0 ? other : name;
      draft.line(1, "let r = " + down + "(k - 1, " + argument + ")");
      draft.names.add("r", Sort.INT);
      draft.line(1, "return " + expressions.small());
    }
    draft.line(0, "}");
    draft.emptyLine();
    functions.add(new Recursion(name, twofold));
  }

  private void statements(int level, int depth) {
    Names before = draft.names.copy();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      statement(level, depth);
    }
    draft.names.forget(before);
  }

  private void statement(int level, int depth) {
    left--;
    Family family = knobs.family();
    boolean deeper = depth < knobs.depth() && left > 0;
    if (family.isExtended() && random.nextInt(2) == 0) {
      extended.write(level, depth, deeper);
      return;
    }
    int choice = random.nextInt(12);
    if (choice < 3 && deeper && family.loops()) {
      loop(level, depth);
    } else if (choice < 6 && deeper && family.branches()) {
      branch(level, depth + 1, true);
    } else if (choice < 8 && family.calls() && !functions.isEmpty() && depth == 0) {
      call(level);
    } else if (choice < 9 && draft.names.has(Sort.GROWING_LIST)) {
      change(level);
    } else if (choice == 9 && lists < knobs.lists() && depth == 0) {
      list(level);
    } else if (choice == 10 && random.nextInt(3) == 0) {
      draft.line(level, "print " + expressions.number(1));
    } else if (draft.names.of(Sort.INT).size() < knobs.variables() && random.nextBoolean()) {
      declare(level, random.nextBoolean());
    } else {
      assign(level);
    }
  }

  private void declare(int level, boolean assignable) {
    String value = expressions.small();
    String name = draft.names.fresh();
    draft.line(level, (assignable ? "var " : "let ") + name + " = " + value);
    draft.names.add(name, Sort.INT);
    if (assignable) {
      draft.names.add(name, Sort.ASSIGNABLE);
    }
  }

  private void assign(int level) {
    if (!draft.names.has(Sort.ASSIGNABLE)) {
      declare(level, true);
    } else {
      String variable = draft.one(Sort.ASSIGNABLE);
      int way = knobs.family().isExtended() ? random.nextInt(5) : 4;
      switch (way) {
        case 0 -> draft.line(level, variable + " %= 97");
        case 1 -> {
          String sides = expressions.small() + " } else { " + expressions.small();
          draft.line(level, variable + " = if " + expressions.truth(1) + " { " + sides + " }");
        }
        case 2 -> {
          draft.line(level, variable + " = match (" + expressions.number(1) + ") % 3 {");
          draft.line(level + 1, "0 => " + expressions.small());
          draft.line(level + 1, "1 => " + expressions.small());
          draft.line(level + 1, "_ => " + expressions.small());
          draft.line(level, "}");
        }
        default -> draft.line(level, variable + " = " + expressions.small());
      }
    }
  }

  private void list(int level) {
    lists++;
    String value =
        random.nextInt(3) == 0
            ? "[]"
            : "[" + expressions.small() + ", " + expressions.number(0) + "]";
    String name = draft.names.fresh();
    draft.line(level, "let " + name + ": [int] = " + value);
    draft.names.add(name, Sort.LIST, Sort.GROWING_LIST);
  }

  /// A push, a pop, or an element that changes.
  private void change(int level) {
    String list = draft.one(Sort.GROWING_LIST);
    boolean guarded = !draft.faulty();
    switch (random.nextInt(3)) {
      case 0 -> draft.line(level, "push(" + list + ", " + expressions.small() + ")");
      case 1 -> {
        String target = !draft.names.has(Sort.ASSIGNABLE) ? "" : draft.one(Sort.ASSIGNABLE) + " = ";
        guarded(level, guarded, "len(" + list + ") > 0", target + "pop(" + list + ")");
      }
      default -> {
        String index =
            guarded ? "(" + expressions.number(1) + ") % len(" + list + ")" : expressions.number(1);
        guarded(
            level,
            guarded,
            "len(" + list + ") > 0",
            list + "[" + index + "] = " + expressions.small());
      }
    }
  }

  private void guarded(int level, boolean guarded, String condition, String statement) {
    if (!guarded) {
      draft.line(level, statement);
      return;
    }
    draft.line(level, "if " + condition + " {");
    draft.line(level + 1, statement);
    draft.line(level, "}");
  }

  private void call(int level) {
    Recursion callee = functions.get(random.nextInt(functions.size()));
    // a function that calls itself twice takes exponentially many steps
    int down =
        callee.twofold
            ? 2 + (32 - Integer.numberOfLeadingZeros(knobs.turns())) * 3 / 2
            : knobs.turns();
    String argument = expressions.number(1);
    String name = draft.names.fresh();
    draft.line(level, "let " + name + " = " + callee.name + "(" + down + ", " + argument + ")");
    draft.names.add(name, Sort.INT);
  }

  private void branch(int level, int depth, boolean blocks) {
    draft.line(level, "if " + expressions.truth(2) + " {");
    if (blocks) {
      statements(level + 1, depth);
    } else {
      draft.line(level + 1, "return " + expressions.small());
    }
    if (random.nextBoolean()) {
      draft.line(level, "} else {");
      if (blocks) {
        statements(level + 1, depth);
      } else {
        draft.line(level + 1, "print " + expressions.number(1));
      }
    }
    draft.line(level, "}");
  }

  private void loop(int level, int depth) {
    int turns = depth == 0 ? knobs.turns() : 2;
    int kind = random.nextInt(3);
    if (kind == 0 && draft.names.has(Sort.LIST)) {
      String list = draft.one(Sort.LIST);
      Names before = draft.names.copy();
      String name = draft.names.fresh();
      draft.line(
          level, "for " + name + " in " + list + contracts.ofLoop("len(" + list + ") > 0") + " {");
      draft.names.add(name, Sort.INT);
      draft.names.remove(list, Sort.GROWING_LIST); // its length stays while it is walked
      body(level, depth);
      draft.names.forget(before);
      draft.names.restore(before, Sort.GROWING_LIST);
    } else if (kind == 1) {
      String name = draft.names.fresh();
      draft.line(level, "var " + name + " = " + turns);
      draft.line(level, "while " + name + " > 0" + contracts.ofLoop(name + " >= 0") + " {");
      draft.line(level + 1, name + " = " + name + " - 1");
      draft.names.add(name, Sort.INT);
      body(level, depth);
    } else {
      String name = draft.names.fresh();
      draft.line(
          level, "for " + name + " in 0.." + turns + contracts.ofLoop(name + " < " + turns) + " {");
      draft.names.add(name, Sort.INT);
      body(level, depth);
      draft.names.remove(name, Sort.INT);
    }
  }

  private void body(int level, int depth) {
    statements(level + 1, depth + 1);
    if (knobs.family().isExtended() && random.nextInt(3) == 0) {
      String way = random.nextBoolean() ? "break" : "continue";
      draft.line(level + 1, "if " + expressions.truth(1) + " { " + way + " }");
    }
    draft.line(level, "}");
  }
}
