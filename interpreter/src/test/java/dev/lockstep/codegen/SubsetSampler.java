package dev.lockstep.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random Mu programs of the compilers' subset whose numbers stay small: what is assigned, passed
/// or returned is a rest modulo `modulus`, and expressions are at most `depth` deep.
final class SubsetSampler {
  private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");

  private final RandomGenerator random;
  private final int modulus;
  private final int depth;
  private final StringBuilder out = new StringBuilder();
  private List<String> ints = new ArrayList<>();
  private List<String> variables = new ArrayList<>();
  private int functions;
  private int names;
  private int left;

  private SubsetSampler(RandomGenerator random, int modulus, int depth, int size) {
    this.random = random;
    this.modulus = modulus;
    this.depth = depth;
    this.left = size;
  }

  static String sample(RandomGenerator random, int modulus, int depth, int size) {
    SubsetSampler sampler = new SubsetSampler(random, modulus, depth, size);
    int helpers = random.nextInt(3);
    for (int i = 0; i < helpers; i++) {
      sampler.function("f" + i);
      sampler.functions = i + 1;
    }
    sampler.function("main");
    return sampler.out.toString();
  }

  private void function(String name) {
    ints = new ArrayList<>(List.of("n", "m"));
    variables = new ArrayList<>();
    boolean requires = random.nextInt(4) == 0;
    line(0, "fn " + name + "(n: int, m: int, b: bool) -> int" + (requires ? "" : " {"));
    if (requires) {
      line(2, "requires " + condition(1) + " || b {");
    }
    if (!name.equals("main") && random.nextInt(2) == 0) {
      line(
          1,
          "if n > 0 { return ("
              + number(1)
              + " + "
              + name
              + "(n / 2 - 1, m, !b)) % "
              + modulus
              + " }");
    }
    for (int i = 0; i < 4; i++) {
      statement(1);
    }
    line(1, "return " + bounded());
    line(0, "}");
  }

  private void block(int level) {
    List<String> outer = new ArrayList<>(ints);
    List<String> assigned = new ArrayList<>(variables);
    for (int i = random.nextInt(3); i >= 0; i--) {
      statement(level + 1);
    }
    ints = outer;
    variables = assigned;
  }

  private void statement(int level) {
    left--;
    if (left < 0 || level > 4) {
      line(level, "print " + number(depth));
      return;
    }
    switch (random.nextInt(9)) {
      case 0, 1 -> {
        String name = "v" + names++;
        line(level, "var " + name + " = " + bounded());
        ints.add(name);
        variables.add(name);
      }
      case 2 -> {
        String name = variables.isEmpty() ? "" : variables.get(random.nextInt(variables.size()));
        line(level, name.isEmpty() ? "print " + condition(depth) : name + " = " + bounded());
      }
      case 3 -> {
        line(level, "if " + condition(depth) + " {");
        block(level);
        line(level, "} else {");
        block(level);
        line(level, "}");
      }
      case 4 -> {
        String name = "i" + names++;
        line(level, "for " + name + " in (" + number(1) + ") % 4..(" + number(1) + ") % 5 + 1 {");
        ints.add(name);
        block(level);
        ints.remove(name);
        line(level, "}");
      }
      case 5 -> {
        String name = "w" + names++;
        line(level, "var " + name + " = " + (1 + random.nextInt(4)));
        line(level, "while " + name + " > 0 && " + condition(1) + " {");
        block(level);
        line(level + 1, name + " = " + name + " - 1");
        line(level, "}");
      }
      case 6 -> line(level, "assert " + condition(1) + " || " + condition(1) + " || b");
      default -> line(level, "print " + number(depth));
    }
  }

  private String bounded() {
    return "(" + number(depth) + ") % " + modulus;
  }

  private String number(int deep) {
    if (deep == 0 || random.nextInt(4) == 0) {
      return random.nextInt(3) == 0
          ? "" + random.nextInt(modulus)
          : ints.get(random.nextInt(ints.size()));
    }
    return switch (random.nextInt(9)) {
      case 0 -> "-" + number(0);
      case 1 ->
          functions == 0
              ? "(" + number(0) + " - 7)"
              : "f%d((%s) %% %d, (%s) %% %d, %s)"
                  .formatted(
                      random.nextInt(functions),
                      number(1),
                      modulus,
                      number(0),
                      modulus,
                      condition(0));
      case 2 -> "(" + number(deep - 1) + " / (" + number(0) + " - 3))";
      case 3 -> "(" + number(deep - 1) + " % (" + number(0) + " - 2))";
      case 4, 5 -> "(" + number(deep - 1) + " * " + number(deep - 1) + ")";
      case 6 -> "(" + number(deep - 1) + " + " + number(deep - 1) + ")";
      default -> "(" + number(deep - 1) + " - " + number(deep - 1) + ")";
    };
  }

  private String condition(int deep) {
    if (deep > 0) {
      switch (random.nextInt(5)) {
        case 0 -> {
          return "(" + condition(deep - 1) + " && " + condition(deep - 1) + ")";
        }
        case 1 -> {
          return "(" + condition(deep - 1) + " || " + condition(deep - 1) + ")";
        }
        case 2 -> {
          return "!" + condition(deep - 1);
        }
        default -> {}
      }
    }
    return random.nextInt(5) == 0
        ? (random.nextBoolean() ? "b" : "true")
        : "("
            + number(Math.min(1, deep))
            + " "
            + COMPARISONS.get(random.nextInt(COMPARISONS.size()))
            + " "
            + number(0)
            + ")";
  }

  private void line(int level, String text) {
    out.repeat("  ", level).append(text).append('\n');
  }
}
