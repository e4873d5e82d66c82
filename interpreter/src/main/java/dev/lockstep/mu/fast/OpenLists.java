package dev.lockstep.mu.fast;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.lockstep.mu.code.MuInstruction;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The lists of an innermost loop whose arrays and sizes the JVM's locals hold while a strip of it
/// runs: so the JVM sees that a push to one list leaves the others as they are. There is room for
/// all that a strip may push, so that no array changes in it.
///
/// Two variables may hold one list. A push writes the size through, or else the strip's end does
/// where nobody sees it earlier. Where the other variable's size is behind, an index beyond it
/// deviates: the run stays right.
///
/// Where every turn pushes once, at its end, the list has `size - i` elements more than `i` at each
/// read, with `i` the variable of the loop, and `size` and `i` as the strip begins. So an index
/// that adds a constant to `i` is within the list throughout the strip, or never: it is held to a
/// limit that does not change.
final class OpenLists {
  private final CodeBuilder out;
  private final FastLocals locals;
  private final ListPlan plan;
  private final String counter;
  private final Map<String, Open> open = new HashMap<>();
  private final Map<Integer, Integer> limits = new HashMap<>(); // locals, by what is added to `i`

  private record Open(FastItems items, int array, int size) {
    Kind kind() {
      return new Kind.ListOf(items.element());
    }
  }

  OpenLists(FunctionBody body, FastLocals locals, ListPlan plan, MuInstruction.Turn turn) {
    this.out = body.out;
    this.locals = locals;
    this.plan = plan;
    this.counter = turn.variable();
    int site = turn.site();
    plan.open()
        .forEach(
            (name, element) ->
                open.put(
                    name,
                    new Open(
                        new FastItems(element),
                        body.slot("array " + site + " " + name, false),
                        body.slot("size " + site + " " + name, false))));
    if (locals.isSmall(counter)) {
      plan.pushed().stream()
          .flatMap(it -> it.offsets().stream())
          .forEach(it -> limits.put(it, body.slot("limit " + site + " " + it, false)));
    }
  }

  /// Whether the list that the term stands for is open.
  boolean has(Term list) {
    return list instanceof Term.Variable(String name, _) && open.containsKey(name);
  }

  private Open of(Term list) {
    return open.get(((Term.Variable) list).name());
  }

  /// Cells that a turn takes.
  long most() {
    return plan.most();
  }

  /// Lessens the long on the stack, turns to come, to those that there is room for; makes room.
  void room() {
    plan.pushed()
        .ifPresent(
            it -> {
              Open list = open.get(it.name());
              locals.load(it.name(), list.kind());
              out.loadConstant(it.most()).loadConstant(it.always() ? 1 : 0);
              out.invokestatic(
                  FastTypes.LIST,
                  "room" + list.items().suffix(),
                  MethodTypeDesc.of(CD_long, CD_long, FastTypes.LIST, CD_int, CD_boolean));
            });
  }

  /// Fills the locals, as a strip begins with the ints in two of them: its first, and that behind
  /// its last. They are JVM ints where there are limits.
  void open(int upcoming, int strip) {
    open.forEach(
        (name, it) -> {
          locals.load(name, it.kind());
          it.items().array(out);
          out.astore(it.array());
          locals.load(name, it.kind());
          FastItems.size(out);
          out.istore(it.size());
        });
    limits.forEach(
        (offset, limit) -> {
          out.iload(open.get(plan.pushed().orElseThrow().name()).size());
          out.iload(upcoming).iload(strip).loadConstant(offset.intValue());
          out.invokestatic(
              FastTypes.LIST, "limit", MethodTypeDesc.of(CD_int, CD_int, CD_int, CD_int, CD_int));
          out.istore(limit);
        });
  }

  /// Writes a size that a strip has kept to itself.
  void close() {
    plan.pushed().filter(ListPlan.Pushed::unseen).map(ListPlan.Pushed::name).ifPresent(this::tell);
  }

  private void tell(String name) {
    Open it = open.get(name);
    locals.load(name, it.kind());
    out.iload(it.size()).putfield(FastTypes.LIST, "size", CD_int);
  }

  void loadArray(Term list) {
    out.aload(of(list).array());
  }

  /// Takes `index`, of type `type`, and leaves one that is within the list.
  void check(Term list, Term index, ClassDesc type) {
    Optional<Integer> limit =
        isPushed(list) && type.equals(CD_int)
            ? ListUse.offset(index, counter).map(limits::get)
            : Optional.empty();
    out.iload(limit.orElse(of(list).size()));
    FastItems.check(out, type);
  }

  private boolean isPushed(Term list) {
    String name = ((Term.Variable) list).name();
    return plan.pushed().filter(it -> it.name().equals(name)).isPresent();
  }

  /// Whether the local knows the size, whoever pushes.
  boolean knowsSize(Term list) {
    return has(list) && (plan.pushed().isEmpty() || isPushed(list));
  }

  void loadSize(Term list) {
    out.iload(of(list).size());
  }

  /// Appends what `value` leaves.
  void push(Term list, Runnable value) {
    Open it = of(list);
    out.aload(it.array()).iload(it.size());
    value.run();
    out.arrayStore(it.items().item());
    out.iinc(it.size(), 1);
    if (plan.pushed().stream().noneMatch(ListPlan.Pushed::unseen)) {
      tell(((Term.Variable) list).name());
    }
  }
}
