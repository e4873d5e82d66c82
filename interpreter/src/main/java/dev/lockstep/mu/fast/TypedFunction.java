package dev.lockstep.mu.fast;

import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.mu.code.Flow;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.engine.Uncompiled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A function's instructions with the kinds of all their terms, found in the order of the sites.
/// Throws `Uncompiled` for what the fast engine does not know.
final class TypedFunction {
  private final Map<Integer, List<Term>> terms = new HashMap<>();
  private final Map<Integer, Kind> results = new HashMap<>();
  private final Set<Integer> walks = new HashSet<>();
  private final MuCode code;
  private final MuFunction function;
  private final List<MuInstruction> instructions;
  private final Map<String, Kind> declared;
  private final Map<String, Kind> kinds; // so far

  private TypedFunction(MuCode code, MuFunction function) {
    this.code = code;
    this.function = function;
    this.instructions = Flow.of(function.name(), code);
    this.declared = Kind.declared(function);
    this.kinds = new HashMap<>(declared);
  }

  static TypedFunction of(MuCode code, MuFunction function) {
    TypedFunction typed = new TypedFunction(code, function);
    typed.instructions.forEach(typed::add);
    return typed;
  }

  List<MuInstruction> instructions() {
    return instructions;
  }

  MuFunction function() {
    return function;
  }

  /// The operands of the instruction at `site`, in the order of its components.
  List<Term> terms(int site) {
    return terms.get(site);
  }

  /// The kind of what the instruction at `site` binds; for a `Turn`, of its variable.
  Kind result(int site) {
    return results.get(site);
  }

  /// Whether the `Turn` at `site` goes along a list.
  boolean walks(int site) {
    return walks.contains(site);
  }

  private void add(MuInstruction instruction) {
    int site = instruction.site();
    List<Term> operands = new ArrayList<>();
    for (Formula formula : formulas(instruction)) {
      operands.add(TermBuilder.build(formula, this::kind));
    }
    terms.put(site, operands);
    switch (instruction) {
      case MuInstruction.Bind it -> define(site, it.variable(), operands.getFirst().kind());
      case MuInstruction.NewList it -> {
        Kind element = new Kind.Unknown();
        for (Term operand : operands) {
          element = element.join(operand.kind());
        }
        define(site, it.variable(), new Kind.ListOf(element));
      }
      case MuInstruction.Pop it -> {
        Kind element = operands.getFirst().kind().element();
        if (element instanceof Kind.Unknown) {
          throw new Uncompiled("pop of an unknown kind");
        }
        results.put(site, element);
        it.variable().ifPresent(name -> define(site, name, element));
      }
      case MuInstruction.StartRange it -> define(site, it.variable(), new Kind.Int());
      case MuInstruction.StartWalk it -> {
        define(site, it.variable(), operands.getFirst().kind().element());
        walks.add(it.next());
      }
      case MuInstruction.Turn it -> results.put(site, kind(it.variable()));
      case MuInstruction.Call it ->
          code.function(it.function())
              .result()
              .map(Kind::of)
              .ifPresent(
                  kind -> {
                    results.put(site, kind);
                    it.variable().ifPresent(name -> define(site, name, kind));
                  });
      default -> {} // binds nothing
    }
  }

  private void define(int site, String variable, Kind kind) {
    Kind known = declared.getOrDefault(variable, new Kind.Unknown()).join(kind);
    kinds.put(variable, known);
    results.put(site, known);
  }

  private Kind kind(String variable) {
    Kind kind = kinds.get(variable);
    if (kind == null) {
      throw new Uncompiled("the kind of " + variable);
    }
    return kind;
  }

  private static List<Formula> formulas(MuInstruction instruction) {
    return switch (instruction) {
      case MuInstruction.Bind it -> List.of(it.value());
      case MuInstruction.NewList it -> it.elements();
      case MuInstruction.SetElement it -> List.of(it.list(), it.index(), it.value());
      case MuInstruction.Push it -> List.of(it.list(), it.value());
      case MuInstruction.Pop it -> List.of(it.list());
      case MuInstruction.Branch it -> List.of(it.condition());
      case MuInstruction.StartRange it -> List.of(it.from(), it.to());
      case MuInstruction.StartWalk it -> List.of(it.list());
      case MuInstruction.Turn _ -> List.of();
      case MuInstruction.Call it -> it.arguments();
      case MuInstruction.Return it -> it.value().map(List::of).orElse(List.of());
      case MuInstruction.Print it -> List.of(it.value());
      case MuInstruction.Assert it -> List.of(it.condition());
      case MuInstruction.Require it -> List.of(it.condition());
      case MuInstruction.Check it -> List.of(it.condition());
      case MuInstruction.Break _ -> List.of();
      default -> throw new Uncompiled(instruction.getClass().getSimpleName());
    };
  }
}
