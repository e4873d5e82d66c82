package dev.lockstep.mu;

import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/// Writes what the fast engine does to lists.
final class FastLists {
  private final CodeBuilder out;
  private final TypedFunction typed;
  private final FastLocals locals;
  private final TermWriter terms;
  private final FastCounters counters;

  FastLists(
      CodeBuilder out,
      TypedFunction typed,
      FastLocals locals,
      TermWriter terms,
      FastCounters counters) {
    this.out = out;
    this.typed = typed;
    this.locals = locals;
    this.terms = terms;
    this.counters = counters;
  }

  void set(Term list, Term index, Term value) {
    Optional<OpenLists> open = terms.open(list);
    if (open.isPresent()) {
      open.get().loadArray(list);
      open.get().check(list, terms.index(index));
      terms.value(value);
      open.get().storeItem(list);
      return;
    }
    terms.value(list);
    ClassDesc place = terms.index(index);
    terms.value(value);
    helper("set", CD_void, FastTypes.LIST, place, FastTypes.of(value.kind()));
  }

  void push(Term list, Term value) {
    counters.useCells(1);
    Optional<OpenLists> open = terms.open(list);
    if (open.isPresent()) {
      open.get().push(list, () -> terms.value(value));
      return;
    }
    terms.value(list);
    terms.value(value);
    helper("push", CD_void, FastTypes.LIST, FastTypes.of(value.kind()));
  }

  void create(MuInstruction.NewList it, List<Term> elements) {
    counters.useCells(elements.size());
    helper("empty", FastTypes.LIST);
    for (Term element : elements) {
      out.dup();
      terms.value(element);
      helper("push", CD_void, FastTypes.LIST, FastTypes.of(element.kind()));
    }
    locals.store(it.variable(), typed.result(it.site()));
  }

  void pop(MuInstruction.Pop it, Term list) {
    Kind element = typed.result(it.site());
    terms.value(list);
    String name =
        switch (element) {
          case Kind.Int() -> "popNumber";
          case Kind.Bool() -> "popTruth";
          case Kind.ListOf _, Kind.Unknown _ -> "popRow";
        };
    helper(name, FastTypes.of(element), FastTypes.LIST);
    it.variable().ifPresentOrElse(variable -> locals.store(variable, element), () -> drop(element));
    counters.giveCell();
  }

  /// Takes a value from the JVM's stack.
  void drop(Kind kind) {
    if (kind instanceof Kind.Int) {
      out.pop2();
    } else {
      out.pop();
    }
  }

  private void helper(String name, ClassDesc result, ClassDesc... parameters) {
    out.invokestatic(FastTypes.LIST, name, MethodTypeDesc.of(result, parameters));
  }
}
