package dev.lockstep.mu.fast;

import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.mu.code.Flow;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.engine.Uncompiled;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the fast engine keeps of a function while it writes its body: its instructions, where they
/// start in the bytecode, the kinds of its variables so far, and the JVM's locals.
final class FunctionBody {
  final CodeBuilder out;
  final MuFunction function;
  final List<MuInstruction> instructions;
  private final Map<Integer, Label> labels = new HashMap<>();
  private final Set<Integer> unreachable = new HashSet<>();
  private final Map<String, Kind> declared;
  private final Map<String, Kind> kinds;
  private final Map<String, Integer> slots = new HashMap<>();
  private final Set<String> walks = new HashSet<>();

  FunctionBody(MuCode code, MuFunction function, CodeBuilder out) {
    this.out = out;
    this.function = function;
    this.declared = Kind.declared(function);
    this.kinds = new HashMap<>(declared);
    this.instructions = Flow.of(function.name(), code);
    instructions.forEach(it -> labels.put(it.site(), out.newLabel()));
  }

  /// Where an instruction without a choice goes on. Throws `Uncompiled` for a new kind of it.
  static int next(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Bind it -> it.next();
      case MuInstruction.NewList it -> it.next();
      case MuInstruction.SetElement it -> it.next();
      case MuInstruction.Push it -> it.next();
      case MuInstruction.Pop it -> it.next();
      case MuInstruction.StartRange it -> it.next();
      case MuInstruction.StartWalk it -> it.next();
      case MuInstruction.Call it -> it.next();
      case MuInstruction.Print it -> it.next();
      case MuInstruction.Assert it -> it.next();
      case MuInstruction.Require it -> it.next();
      case MuInstruction.Check it -> it.next();
      case MuInstruction.Break it -> it.next();
      default -> throw new Uncompiled(instruction.getClass().getSimpleName());
    };
  }

  Label label(int site) {
    return labels.computeIfAbsent(
        site,
        _ -> {
          unreachable.add(site);
          return out.newLabel();
        });
  }

  /// The end of the body. Only a condition that is `true` itself leads behind it, and never does.
  void end() {
    if (!unreachable.isEmpty()) {
      unreachable.forEach(site -> out.labelBinding(label(site)));
      out.aconst_null().athrow();
    }
  }

  /// Goes on at `next`, which may be what is written next.
  void goOn(MuInstruction from, int next) {
    if (next != from.site() + 1) {
      out.goto_(label(next));
    }
  }

  Kind kind(String variable) {
    Kind kind = kinds.get(variable);
    if (kind == null) {
      throw new Uncompiled("the kind of " + variable);
    }
    return kind;
  }

  /// `variable` holds values of this kind from here on.
  Kind define(String variable, Kind kind) {
    Kind known = declared.getOrDefault(variable, new Kind.Unknown()).join(kind);
    kinds.put(variable, known);
    return known;
  }

  void defineLoop(String variable, boolean walk) {
    if (walk) {
      walks.add(variable);
    } else {
      walks.remove(variable);
    }
  }

  boolean walks(String variable) {
    return walks.contains(variable);
  }

  /// The number of the JVM's local that holds `name`, which takes two places where it is `wide`.
  int slot(String name, boolean wide) {
    return slots.computeIfAbsent(
        name, _ -> out.allocateLocal(wide ? TypeKind.LONG : TypeKind.REFERENCE));
  }

  /// The names of all variables that the function may have at once.
  Set<String> variables() {
    Set<String> names = new HashSet<>();
    function.parameters().forEach(it -> names.add(it.name()));
    for (MuInstruction instruction : instructions) {
      switch (instruction) {
        case MuInstruction.Bind it -> names.add(it.variable());
        case MuInstruction.NewList it -> names.add(it.variable());
        case MuInstruction.Pop it -> it.variable().ifPresent(names::add);
        case MuInstruction.Call it -> it.variable().ifPresent(names::add);
        case MuInstruction.StartRange it -> names.add(it.variable());
        case MuInstruction.StartWalk it -> names.add(it.variable());
        default -> {} // binds nothing
      }
    }
    return names;
  }

  static ClassDesc type(Class<?> type) {
    return ClassDesc.of(type.getName());
  }
}
