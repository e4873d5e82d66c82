package dev.lockstep.mu;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;

/// The lists of an innermost loop whose arrays and sizes the JVM's locals hold while it runs: so
/// the JVM sees that a push to one list leaves the others as they are.
///
/// Two variables may hold one list. A push writes the size through, and an array that was outgrown
/// is looked up for all variables again. Where the other variable's size is behind, an index beyond
/// it deviates: the run stays right.
final class OpenLists {
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

  private final CodeBuilder out;
  private final FastLocals locals;
  private final ListPlan plan;
  private final Map<String, Open> open = new HashMap<>();

  private record Open(Kind element, int array, int size) {
    Kind kind() {
      return new Kind.ListOf(element);
    }

    /// The field that holds the array, and its type.
    String field() {
      return switch (element) {
        case Kind.Int _ -> "numbers";
        case Kind.Bool _ -> "truths";
        case Kind.ListOf _, Kind.Unknown _ -> "rows";
      };
    }

    ClassDesc type() {
      return FastTypes.of(element).arrayType();
    }

    /// As the JVM's array instructions know it.
    TypeKind item() {
      return switch (element) {
        case Kind.Int _ -> TypeKind.LONG;
        case Kind.Bool _ -> TypeKind.BOOLEAN;
        case Kind.ListOf _, Kind.Unknown _ -> TypeKind.REFERENCE;
      };
    }
  }

  OpenLists(FunctionBody body, FastLocals locals, ListPlan plan, int turn) {
    this.out = body.out;
    this.locals = locals;
    this.plan = plan;
    plan.open()
        .forEach(
            (name, element) ->
                open.put(
                    name,
                    new Open(
                        element,
                        body.slot("array " + turn + " " + name, false),
                        body.slot("size " + turn + " " + name, false))));
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

  /// Fills the locals.
  void open() {
    open.forEach(
        (name, it) -> {
          array(name, it);
          locals.load(name, it.kind());
          out.getfield(FastTypes.LIST, "size", CD_int).istore(it.size());
        });
  }

  private void array(String name, Open it) {
    locals.load(name, it.kind());
    out.getfield(FastTypes.LIST, it.field(), it.type()).astore(it.array());
  }

  /// Makes room for as many turns as the int on the stack, where each of them pushes; takes it.
  void reserve() {
    String name = plan.pushed().orElseThrow();
    Open it = open.get(name);
    locals.load(name, it.kind());
    out.swap();
    String helper = "reserve" + suffix(it);
    out.invokestatic(FastTypes.LIST, helper, MethodTypeDesc.of(CD_void, FastTypes.LIST, CD_int));
  }

  private static String suffix(Open it) {
    return switch (it.element()) {
      case Kind.Int _ -> "Numbers";
      case Kind.Bool _ -> "Truths";
      case Kind.ListOf _, Kind.Unknown _ -> "Rows";
    };
  }

  /// Whether `reserve` may be called.
  boolean reserves() {
    return plan.always();
  }

  void loadArray(Term list) {
    out.aload(of(list).array());
  }

  /// Takes an index of type `index` and leaves one that is within the list.
  void check(Term list, ClassDesc index) {
    out.iload(of(list).size());
    if (index.equals(CD_long)) {
      out.i2l();
    }
    out.invokestatic(OBJECTS, "checkIndex", MethodTypeDesc.of(index, index, index));
    if (index.equals(CD_long)) {
      out.l2i();
    }
  }

  void loadItem(Term list) {
    out.arrayLoad(of(list).item());
  }

  void storeItem(Term list) {
    out.arrayStore(of(list).item());
  }

  /// Whether the local knows the size, whoever pushes.
  boolean knowsSize(Term list) {
    return has(list)
        && plan.pushed().map(name -> name.equals(((Term.Variable) list).name())).orElse(true);
  }

  void loadSize(Term list) {
    out.iload(of(list).size());
  }

  /// Appends what `value` leaves.
  void push(Term list, Runnable value) {
    Open it = of(list);
    Label room = out.newLabel();
    out.iload(it.size()).aload(it.array()).arraylength().if_icmplt(room);
    locals.load(((Term.Variable) list).name(), it.kind());
    out.invokestatic(
        FastTypes.LIST, "grow" + suffix(it), MethodTypeDesc.of(CD_void, FastTypes.LIST));
    open.forEach(this::array);
    out.labelBinding(room);
    out.aload(it.array()).iload(it.size());
    value.run();
    out.arrayStore(it.item());
    out.iinc(it.size(), 1);
    locals.load(((Term.Variable) list).name(), it.kind());
    out.iload(it.size()).putfield(FastTypes.LIST, "size", CD_int);
  }
}
