package dev.lockstep.notation;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where everything that a run of one program says stands: pure syntax, made once for a program.
final class MuLayout {
  /// The role of the token that ends a run.
  static final int END_ROLE = 0;

  private final MuCode code;
  private final MuTypes types;
  private final MuAnchors anchors;
  private final MuFlow flow;
  private final List<MuStep> steps = new ArrayList<>();
  private final Map<String, Integer> named = new HashMap<>();
  private final List<String> roles = new ArrayList<>();
  private final int askedRoles;

  private MuLayout(MuCode code) {
    this.code = code;
    this.types = new MuTypes(code);
    this.anchors = new MuAnchors(code);
    this.flow = new MuFlow(code, types, anchors);
    roles.add("end");
    for (MuInstruction instruction : code.instructions()) {
      steps.add(new StepWriter(instruction).step());
    }
    askedRoles = roles.size();
    nameRoles();
  }

  static MuLayout of(MuCode code) {
    return Deep.call(() -> new MuLayout(code));
  }

  MuCode code() {
    return code;
  }

  MuAnchors anchors() {
    return anchors;
  }

  MuTypes types() {
    return types;
  }

  MuFlow flow() {
    return flow;
  }

  MuStep step(int site) {
    return steps.get(site);
  }

  /// Roles of tokens that are asked for come first.
  int askedRoles() {
    return askedRoles;
  }

  int roles() {
    return roles.size();
  }

  /// The role of a variable's value where no step says it: a parameter or a list.
  int role(String function, String variable) {
    return named.get(function + " " + variable);
  }

  /// The role, among the caller's tokens, of what the call at `site` gave.
  int resultRole(int site) {
    return named.get("result " + site);
  }

  /// The most tokens in sight at once where every value is one token and every call and turn is as
  /// long as it can be.
  int longestSegment() {
    int[] said = new int[steps.size()];
    for (int site = 0; site < said.length; site++) {
      said[site] =
          steps.get(site).items().size() + (code.at(site) instanceof MuInstruction.Call ? 1 : 0);
    }
    int parameters = 0;
    for (MuFunction function : code.program().functions()) {
      parameters = Math.max(parameters, function.parameters().size());
    }
    return flow.longestSegment(said) + parameters;
  }

  /// Whether tokens say where a `for` ends, or its bound is a literal of the program.
  static boolean said(Formula to) {
    return !(to.expression() instanceof MuExpression.Int);
  }

  /// Whether tokens say the value of `formula` where it is written: a list in a variable is found
  /// by its name.
  boolean valueSaid(String function, Formula formula) {
    boolean list = types.of(function, formula) instanceof MuType.ListOf;
    return !list || MuEnds.name(formula.expression()).isEmpty();
  }

  /// Whether tokens say the first value of a `for`: not where it is a literal or relative to a
  /// pointer.
  boolean startSaid(MuInstruction.StartRange it) {
    Optional<MuPointer> from = MuPointer.of(it.from().expression());
    return from.filter(
            pointer ->
                pointer.literal() || anchors.pointer(it.origin().function(), pointer.variable()))
        .isEmpty();
  }

  /// Whether tokens say the index of an assignment to an element.
  static boolean indexSaid(MuInstruction.SetElement it) {
    return MuPointer.of(it.index().expression()).isEmpty();
  }

  private void nameRoles() {
    for (MuInstruction instruction : code.instructions()) {
      if (instruction instanceof MuInstruction.Call it) {
        named.put("result " + it.site(), newRole("result of " + it.function()));
      }
    }
    for (MuFunction function : code.program().functions()) {
      for (MuParameter parameter : function.parameters()) {
        name(function.name(), parameter.name());
      }
    }
    anchors.windows().forEach(window -> name(window.function(), window.list()));
    for (MuInstruction instruction : code.instructions()) {
      String function = instruction.origin().function();
      for (Formula formula : MuTypes.formulas(instruction)) {
        MuUses.names(
            formula.expression(),
            variable -> {
              if (types.isList(function, variable)) {
                name(function, variable);
              }
            });
      }
    }
  }

  private void name(String function, String variable) {
    String key = function + " " + variable;
    if (!named.containsKey(key)) {
      named.put(key, newRole(variable));
    }
  }

  private int newRole(String words) {
    roles.add(words);
    return roles.size() - 1;
  }

  /// Lays out the step of one instruction.
  private final class StepWriter {
    private final MuInstruction instruction;
    private final String function;
    private final List<MuItem> items = new ArrayList<>();
    private final List<MuStep.Reading> reads = new ArrayList<>();
    private final List<Integer> writes = new ArrayList<>();

    StepWriter(MuInstruction instruction) {
      this.instruction = instruction;
      this.function = instruction.origin().function();
    }

    MuStep step() {
      if (flow.head(instruction.site())) {
        for (String name : flow.live(instruction.site())) {
          boolean bound = name.startsWith("..");
          add(bound ? MuItem.Kind.BOUND : MuItem.Kind.SNAPSHOT, bound ? name.substring(2) : name);
        }
      }
      boolean pointerLoop =
          instruction instanceof MuInstruction.StartRange it
              && anchors.pointer(function, it.variable());
      for (Formula formula : MuTypes.formulas(instruction)) {
        boolean hidden = pointerLoop && formula == ((MuInstruction.StartRange) instruction).to();
        MuUses.leaves(formula.expression(), types, anchors, function)
            .forEach(leaf -> read(leaf, hidden));
      }
      write();
      add(MuItem.Kind.GOTO, "");
      return new MuStep(instruction, items, reads, writes);
    }

    private int add(MuItem.Kind kind, String name) {
      items.add(new MuItem(kind, name, newRole(name)));
      return items.size() - 1;
    }

    private void read(MuLeaf leaf, boolean hidden) {
      boolean said = leaf.spelt() && !hidden;
      List<Integer> addresses = new ArrayList<>();
      for (MuExpression index : leaf.indices()) {
        boolean computed = said && MuPointer.of(index).isEmpty();
        addresses.add(computed ? add(MuItem.Kind.ADDRESS, leaf.name()) : -1);
      }
      reads.add(
          new MuStep.Reading(leaf, addresses, said ? add(MuItem.Kind.READ, leaf.name()) : -1));
    }

    private void write() {
      switch (instruction) {
        case MuInstruction.Extended it -> throw MuBeyond.met(it);
        case MuInstruction.Bind it -> writeValue(it.value(), it.variable());
        case MuInstruction.NewList it ->
            it.elements().forEach(element -> writeValue(element, "element"));
        case MuInstruction.SetElement it -> {
          writeValue(it.list(), "list");
          writeIf(indexSaid(it), "index");
          writeValue(it.value(), "element");
        }
        case MuInstruction.Push it -> {
          writeValue(it.list(), "list");
          writeValue(it.value(), "element");
        }
        case MuInstruction.Pop it -> {
          writeValue(it.list(), "list");
          writeIf(true, it.variable().orElse("element"));
        }
        case MuInstruction.Branch _ -> writeIf(true, "condition");
        case MuInstruction.StartRange it -> {
          writeIf(startSaid(it), "start");
          writeIf(!anchors.pointer(function, it.variable()) && said(it.to()), "bound");
        }
        case MuInstruction.StartWalk it -> writeValue(it.list(), "list");
        case MuInstruction.Turn it ->
            writeIf(!anchors.pointer(function, it.variable()), it.variable());
        case MuInstruction.Call it ->
            it.arguments().forEach(argument -> writeValue(argument, "argument"));
        case MuInstruction.Return it -> it.value().ifPresent(value -> writeValue(value, "result"));
        case MuInstruction.Print it ->
            writeIf(!(types.of(function, it.value()) instanceof MuType.ListOf), "line");
        case MuInstruction.Assert _, MuInstruction.Require _ -> {}
      }
    }

    private void writeValue(Formula value, String name) {
      writeIf(valueSaid(function, value), name);
    }

    private void writeIf(boolean said, String name) {
      if (said) {
        writes.add(add(MuItem.Kind.WRITE, name));
      }
    }
  }
}
