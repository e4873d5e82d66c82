package dev.lockstep.mu.fast;

import dev.lockstep.grammar.mu.MuParameter;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;

/// The JVM's locals of a function of the fast engine: parameters first, then the run, then
/// variables, of which those that fit are JVM ints.
final class FastLocals {
  private final CodeBuilder out;
  private final FunctionBody body;
  private final Ranges ranges;
  private final Map<String, Integer> parameters = new HashMap<>();
  private final int run;

  FastLocals(FunctionBody body, Ranges ranges) {
    this.out = body.out;
    this.body = body;
    this.ranges = ranges;
    int next = 0;
    for (MuParameter parameter : body.function.parameters()) {
      parameters.put(parameter.name(), next);
      next += FastTypes.local(Kind.of(parameter.type())).slotSize();
    }
    this.run = next;
  }

  /// The local that holds the `FastRun`.
  int run() {
    return run;
  }

  /// Whether an int variable is a JVM int, else it is a long.
  boolean isSmall(String variable) {
    return !parameters.containsKey(variable) && ranges.of(variable).within(Interval.INT);
  }

  void load(String variable, Kind kind) {
    TypeKind type = type(variable, kind);
    out.loadLocal(type, slot(variable, kind, type));
  }

  /// Takes the value from the stack, an int as a long.
  void store(String variable, Kind kind) {
    TypeKind type = type(variable, kind);
    if (kind instanceof Kind.Int && type == TypeKind.INT) {
      out.l2i();
    }
    out.storeLocal(type, slot(variable, kind, type));
  }

  /// Takes a JVM int from the stack, for a variable that `isSmall`.
  void storeSmall(String variable) {
    out.storeLocal(TypeKind.INT, slot(variable, new Kind.Int(), TypeKind.INT));
  }

  private TypeKind type(String variable, Kind kind) {
    return kind instanceof Kind.Int && isSmall(variable) ? TypeKind.INT : FastTypes.local(kind);
  }

  /// A name may hold different kinds at different times (temporaries do): one local each.
  private int slot(String variable, Kind kind, TypeKind type) {
    Integer parameter = parameters.get(variable);
    String prefix =
        switch (kind) {
          case Kind.Int _ -> "int ";
          case Kind.Bool _ -> "bool ";
          case Kind.ListOf _, Kind.Unknown _ -> "list ";
        };
    return parameter == null ? body.slot(prefix + variable, type == TypeKind.LONG) : parameter;
  }
}
