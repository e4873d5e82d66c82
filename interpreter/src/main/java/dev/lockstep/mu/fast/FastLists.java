package dev.lockstep.mu.fast;

import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.lockstep.mu.code.MuInstruction;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes what the fast engine does to lists.
final class FastLists {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");

  private final CodeBuilder out;
  private final FunctionBody body;
  private final TypedFunction typed;
  private final FastLocals locals;
  private final TermWriter terms;
  private final FastCounters counters;
  private final Map<Integer, Joined> joins; // by site

  FastLists(
      FunctionBody body,
      TypedFunction typed,
      FastLocals locals,
      TermWriter terms,
      FastCounters counters) {
    this.out = body.out;
    this.body = body;
    this.typed = typed;
    this.locals = locals;
    this.terms = terms;
    this.counters = counters;
    this.joins = joinedPushes(body.instructions);
  }

  void set(Term list, Term index, Term value) {
    terms.elements().place(list, index, value.kind());
    terms.value(value);
    out.arrayStore(new FastItems(value.kind()).item());
  }

  /// What pushes to one list share that go on at one place, as those in the arms of an `if` do: the
  /// arms compute values only, and the JVM may choose between them without a jump.
  record Joined(Term list, Kind value, int next, int site, Label label) {
    String local() {
      return "pushed " + site;
    }
  }

  /// The pushes that share their end with others.
  private Map<Integer, Joined> joinedPushes(List<MuInstruction> instructions) {
    Map<List<Object>, List<MuInstruction.Push>> groups = new HashMap<>();
    for (MuInstruction instruction : instructions) {
      if (instruction instanceof MuInstruction.Push it) {
        Term list = typed.terms(it.site()).getFirst();
        groups.computeIfAbsent(List.of(list, it.next()), _ -> new ArrayList<>()).add(it);
      }
    }
    Map<Integer, Joined> found = new HashMap<>();
    for (List<MuInstruction.Push> group : groups.values()) {
      if (group.size() > 1) {
        int site = group.getFirst().site();
        List<Term> terms = typed.terms(site);
        Joined joined =
            new Joined(
                terms.getFirst(),
                terms.getLast().kind(),
                group.getFirst().next(),
                site,
                out.newLabel());
        group.forEach(it -> found.put(it.site(), joined));
      }
    }
    return found;
  }

  /// Writes a push that shares its end with others, where it does, up to there.
  Optional<Joined> join(MuInstruction.Push it, Term list, Term value) {
    Joined joined = joins.get(it.site());
    if (joined == null || terms.elements().open(list).isEmpty()) {
      return Optional.empty();
    }
    terms.value(value);
    TypeKind type = FastTypes.local(value.kind());
    out.storeLocal(type, body.slot(joined.local(), type == TypeKind.LONG));
    out.goto_(joined.label());
    return Optional.of(joined);
  }

  /// Writes a branch that pushes the larger or the smaller of what it compares, where it does, as a
  /// choice without a jump.
  Optional<Joined> choose(MuInstruction.Branch it, Term condition) {
    Joined joined = joins.get(it.then());
    if (joined == null
        || !joined.equals(joins.get(it.otherwise()))
        || terms.elements().open(joined.list()).isEmpty()
        || !(condition instanceof Term.Comparison compared)) {
      return Optional.empty();
    }
    Term then = typed.terms(it.then()).getLast();
    Term otherwise = typed.terms(it.otherwise()).getLast();
    Optional<String> choice = compared.choice(then, otherwise);
    choice.ifPresent(
        name -> {
          terms.wide(compared.left());
          terms.wide(compared.right());
          out.invokestatic(MATH, name, MethodTypeDesc.of(CD_long, CD_long, CD_long));
          out.lstore(body.slot(joined.local(), true)).goto_(joined.label());
        });
    return choice.map(_ -> joined);
  }

  /// Writes the shared end.
  void end(Joined joined) {
    out.labelBinding(joined.label());
    counters.useCells(1);
    TypeKind type = FastTypes.local(joined.value());
    int local = body.slot(joined.local(), type == TypeKind.LONG);
    terms
        .elements()
        .open(joined.list())
        .orElseThrow()
        .push(joined.list(), () -> out.loadLocal(type, local));
    out.goto_(body.label(joined.next()));
  }

  void push(Term list, Term value) {
    counters.useCells(1);
    Optional<OpenLists> open = terms.elements().open(list);
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
