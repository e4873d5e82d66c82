package dev.lockstep.mu;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuOperator;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a function for the fast engine: ints as longs, truths as JVM ints, lists as `FastList`;
/// nothing is counted but what a budget needs, and whatever is unusual throws `Deviation` or
/// `ArithmeticException`.
final class FastCompiler {
  static final ClassDesc RUN = FunctionBody.type(FastRun.class);
  private static final ClassDesc LIST = FunctionBody.type(FastList.class);
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final MethodTypeDesc LONGS = MethodTypeDesc.of(CD_long, CD_long, CD_long);

  private final ClassDesc owner;
  private final MuCode code;
  private final FunctionBody body;
  private final CodeBuilder out;
  private final int run;
  private final int left;
  private final int variables;
  private final Map<String, Integer> parameters = new HashMap<>();

  private FastCompiler(ClassDesc owner, MuCode code, MuFunction function, CodeBuilder out) {
    this.owner = owner;
    this.code = code;
    this.body = new FunctionBody(code, function, out);
    this.out = out;
    int next = 0;
    for (var parameter : function.parameters()) {
      // parameters come first among the locals, then the run
      Kind kind = Kind.of(parameter.type());
      parameters.put(name(parameter.name(), kind), next);
      next += kind instanceof Kind.Int ? 2 : 1;
    }
    this.run = next;
    this.left = body.slot("steps left", true);
    this.variables = body.variables().size();
  }

  /// A name may hold different kinds at different times (temporaries do): one local each.
  private static String name(String variable, Kind kind) {
    return switch (kind) {
      case Kind.Int() -> "int " + variable;
      case Kind.Bool() -> "bool " + variable;
      case Kind.ListOf _, Kind.Unknown _ -> "list " + variable;
    };
  }

  static MethodTypeDesc signature(MuFunction function) {
    List<ClassDesc> types =
        new ArrayList<>(function.parameters().stream().map(it -> jvm(Kind.of(it.type()))).toList());
    types.add(RUN);
    return MethodTypeDesc.of(function.result().map(it -> jvm(Kind.of(it))).orElse(CD_void), types);
  }

  static void write(ClassDesc owner, MuCode code, MuFunction function, CodeBuilder out) {
    new FastCompiler(owner, code, function, out).write();
  }

  /// A method that takes `main`'s arguments as objects, and answers its result as one.
  static void writeStart(ClassDesc owner, MuFunction main, CodeBuilder out) {
    for (int i = 0; i < main.parameters().size(); i++) {
      out.aload(0).loadConstant(i).aaload();
      switch (Kind.of(main.parameters().get(i).type())) {
        case Kind.Int() ->
            out.checkcast(ClassDesc.of("java.lang.Long"))
                .invokevirtual(
                    ClassDesc.of("java.lang.Long"), "longValue", MethodTypeDesc.of(CD_long));
        case Kind.Bool() ->
            out.checkcast(ClassDesc.of("java.lang.Boolean"))
                .invokevirtual(
                    ClassDesc.of("java.lang.Boolean"),
                    "booleanValue",
                    MethodTypeDesc.of(CD_boolean));
        case Kind.ListOf _, Kind.Unknown _ -> out.checkcast(LIST);
      }
    }
    out.aload(1).invokestatic(owner, methodName(main), signature(main));
    main.result()
        .map(Kind::of)
        .ifPresentOrElse(
            kind -> {
              switch (kind) {
                case Kind.Int() ->
                    out.invokestatic(
                        ClassDesc.of("java.lang.Long"),
                        "valueOf",
                        MethodTypeDesc.of(ClassDesc.of("java.lang.Long"), CD_long));
                case Kind.Bool() ->
                    out.invokestatic(
                        ClassDesc.of("java.lang.Boolean"),
                        "valueOf",
                        MethodTypeDesc.of(ClassDesc.of("java.lang.Boolean"), CD_boolean));
                case Kind.ListOf _, Kind.Unknown _ -> {}
              }
            },
            out::aconst_null);
    out.areturn();
  }

  static String methodName(MuFunction function) {
    return "mu_" + function.name();
  }

  private static ClassDesc jvm(Kind kind) {
    return switch (kind) {
      case Kind.Int() -> CD_long;
      case Kind.Bool() -> CD_boolean;
      case Kind.ListOf _, Kind.Unknown _ -> LIST;
    };
  }

  private void write() {
    out.loadConstant(variables).aload(run);
    helper(RUN, "enter", CD_void, CD_int, RUN);
    loadLeft();
    for (MuInstruction instruction : body.instructions) {
      out.labelBinding(body.label(instruction.site()));
      if (body.leaders.contains(instruction.site())) {
        spend(body.stepsOfBlock(instruction.site()));
      }
      write(instruction);
    }
    body.end();
  }

  private void spend(int steps) {
    Label enough = out.newLabel();
    out.lload(left).loadConstant((long) steps).lsub().dup2().lstore(left);
    out.lconst_0().lcmp().ifge(enough);
    helper(RUN, "spent", FunctionBody.type(Deviation.class));
    out.athrow();
    out.labelBinding(enough);
  }

  private void loadLeft() {
    out.aload(run).getfield(RUN, "left", CD_long).lstore(left);
  }

  private void storeLeft() {
    out.aload(run).lload(left).putfield(RUN, "left", CD_long);
  }

  private void write(MuInstruction instruction) {
    switch (instruction) {
      case MuInstruction.Bind it -> bind(it.variable(), value(it.value()));
      case MuInstruction.NewList it -> newList(it);
      case MuInstruction.SetElement it -> {
        value(it.list());
        value(it.index());
        Kind kind = value(it.value());
        helper(LIST, "set", CD_void, LIST, CD_long, jvm(kind));
      }
      case MuInstruction.Push it -> {
        value(it.list());
        push(value(it.value()));
      }
      case MuInstruction.Pop it -> pop(it);
      case MuInstruction.Branch it -> {
        jumpUnless(it.condition(), body.label(it.otherwise()));
        body.goOn(it, it.then());
        return;
      }
      case MuInstruction.StartRange it -> {
        value(it.from());
        out.lstore(upcoming(it.variable()));
        value(it.to());
        out.lstore(bound(it.variable()));
        body.define(it.variable(), new Kind.Int());
        body.defineLoop(it.variable(), false);
      }
      case MuInstruction.StartWalk it -> startWalk(it);
      case MuInstruction.Turn it -> {
        turn(it);
        return;
      }
      case MuInstruction.Call it -> call(it);
      case MuInstruction.Return it -> {
        leave(it);
        return;
      }
      case MuInstruction.Print it -> print(value(it.value()));
      case MuInstruction.Assert it -> held(it.condition());
      case MuInstruction.Require it -> held(it.condition());
      case MuInstruction.Check it -> held(it.condition());
      case MuInstruction.Break _ -> {} // the next turn is never looked at
      default -> throw new Uncompiled(instruction.getClass().getSimpleName());
    }
    body.goOn(instruction, FunctionBody.next(instruction));
  }

  private void bind(String variable, Kind kind) {
    store(variable, body.define(variable, kind));
  }

  private void newList(MuInstruction.NewList it) {
    out.loadConstant(it.elements().size()).aload(run);
    helper(RUN, "newList", LIST, CD_int, RUN);
    Kind element = new Kind.Unknown();
    for (Formula formula : it.elements()) {
      out.dup();
      Kind kind = value(formula);
      out.invokevirtual(LIST, "add", MethodTypeDesc.of(CD_void, jvm(kind)));
      element = element.join(kind);
    }
    bind(it.variable(), new Kind.ListOf(element));
  }

  private void push(Kind kind) {
    out.aload(run);
    helper(LIST, "push", CD_void, LIST, jvm(kind), RUN);
  }

  private void pop(MuInstruction.Pop it) {
    Kind element = value(it.list()).element();
    if (element instanceof Kind.Unknown) {
      throw new Uncompiled("pop of an unknown kind");
    }
    out.aload(run);
    helper(
        LIST,
        switch (element) {
          case Kind.Int() -> "popNumber";
          case Kind.Bool() -> "popTruth";
          case Kind.ListOf _, Kind.Unknown _ -> "popRow";
        },
        jvm(element),
        LIST,
        RUN);
    if (it.variable().isPresent()) {
      bind(it.variable().get(), element);
    } else {
      drop(element);
    }
  }

  private void drop(Kind kind) {
    if (kind instanceof Kind.Int) {
      out.pop2();
    } else {
      out.pop();
    }
  }

  private int upcoming(String variable) {
    return body.slot("upcoming " + variable, true);
  }

  private int bound(String variable) {
    return body.slot("bound " + variable, true);
  }

  private int walked(String variable) {
    return body.slot("walked " + variable, false);
  }

  private void startWalk(MuInstruction.StartWalk it) {
    Kind element = value(it.list()).element();
    out.dup().astore(walked(it.variable()));
    out.getfield(LIST, "size", CD_int).i2l().lstore(bound(it.variable()));
    out.lconst_0().lstore(upcoming(it.variable()));
    body.define(it.variable(), element);
    body.defineLoop(it.variable(), true);
  }

  private void turn(MuInstruction.Turn it) {
    String variable = it.variable();
    if (body.walks(variable)) {
      Label same = out.newLabel();
      out.aload(walked(variable)).getfield(LIST, "size", CD_int).i2l();
      out.lload(bound(variable)).lcmp().ifeq(same);
      helper(RUN, "spent", FunctionBody.type(Deviation.class));
      out.athrow();
      out.labelBinding(same);
    }
    out.lload(upcoming(variable)).lload(bound(variable)).lcmp().ifge(body.label(it.next()));
    Kind kind = body.kind(variable);
    if (body.walks(variable)) {
      out.aload(walked(variable)).lload(upcoming(variable));
      element(kind);
    } else {
      out.lload(upcoming(variable));
    }
    store(variable, kind);
    out.lload(upcoming(variable)).lconst_1().ladd().lstore(upcoming(variable));
    body.goOn(it, it.body());
  }

  private void call(MuInstruction.Call it) {
    MuFunction callee = code.function(it.function());
    it.arguments().forEach(this::value);
    storeLeft();
    out.aload(run).invokestatic(owner, methodName(callee), signature(callee));
    Optional<Kind> result = callee.result().map(Kind::of);
    if (it.variable().isPresent()) {
      bind(it.variable().get(), result.orElseThrow());
    } else {
      result.ifPresent(this::drop);
    }
    loadLeft();
  }

  private void leave(MuInstruction.Return it) {
    it.value().ifPresent(this::value);
    out.aload(run).loadConstant(it.site()).putfield(RUN, "last", CD_int);
    storeLeft();
    out.loadConstant(variables).aload(run);
    helper(RUN, "leave", CD_void, CD_int, RUN);
    switch (body.function.result().map(Kind::of).orElse(new Kind.Unknown())) {
      case Kind.Int() -> out.lreturn();
      case Kind.Bool() -> out.ireturn();
      case Kind.ListOf _ -> out.areturn();
      case Kind.Unknown() -> out.return_();
    }
  }

  private void print(Kind kind) {
    switch (kind) {
      case Kind.Int() -> printed(CD_long);
      case Kind.Bool() -> printed(CD_boolean);
      case Kind.ListOf _ -> printed(LIST);
      case Kind.Unknown() -> throw new Uncompiled("print of an unknown kind");
    }
  }

  private void printed(ClassDesc type) {
    out.aload(run);
    helper(RUN, "print", CD_void, type, RUN);
  }

  private void held(Formula condition) {
    Label holds = out.newLabel();
    value(condition);
    out.ifne(holds);
    helper(RUN, "spent", FunctionBody.type(Deviation.class));
    out.athrow();
    out.labelBinding(holds);
  }

  private void helper(ClassDesc where, String name, ClassDesc result, ClassDesc... parameters) {
    out.invokestatic(where, name, MethodTypeDesc.of(result, parameters));
  }

  private int local(String variable, Kind kind) {
    String name = name(variable, kind);
    Integer parameter = parameters.get(name);
    return parameter == null ? body.slot(name, kind instanceof Kind.Int) : parameter;
  }

  private void store(String variable, Kind kind) {
    switch (kind) {
      case Kind.Int() -> out.lstore(local(variable, kind));
      case Kind.Bool() -> out.istore(local(variable, kind));
      case Kind.ListOf _, Kind.Unknown _ -> out.astore(local(variable, kind));
    }
  }

  /// Leaves the formula's value on the JVM's stack and says what it is.
  private Kind value(Formula formula) {
    return values(formula.operations()).pop();
  }

  /// A comparison jumps by itself.
  private void jumpUnless(Formula condition, Label otherwise) {
    List<Operation> operations = condition.operations();
    boolean alone = operations.stream().noneMatch(it -> endsAt(it, operations.size()));
    if (alone && operations.getLast() instanceof Operation.Combine(MuOperator operator, _)) {
      Deque<Kind> operands = values(operations.subList(0, operations.size() - 1));
      Optional<Opcode> unless = unless(operator);
      if (unless.isPresent() && operands.peek() instanceof Kind.Int) {
        out.lcmp().branch(unless.get(), otherwise);
        return;
      }
      write(operations.getLast(), operands);
    } else {
      value(condition);
    }
    out.ifeq(otherwise);
  }

  private static boolean endsAt(Operation operation, int end) {
    return operation instanceof Operation.Skip(_, int target) && target == end;
  }

  /// The jump of a comparison that does not hold.
  private static Optional<Opcode> unless(MuOperator operator) {
    return switch (operator) {
      case LESS -> Optional.of(Opcode.IFGE);
      case LESS_OR_EQUAL -> Optional.of(Opcode.IFGT);
      case GREATER -> Optional.of(Opcode.IFLE);
      case GREATER_OR_EQUAL -> Optional.of(Opcode.IFLT);
      case EQUAL -> Optional.of(Opcode.IFNE);
      case NOT_EQUAL -> Optional.of(Opcode.IFEQ);
      default -> Optional.empty();
    };
  }

  /// Leaves the values of operations on the JVM's stack and says what they are, the last first.
  private Deque<Kind> values(List<Operation> operations) {
    Map<Integer, Label> targets = new HashMap<>();
    Deque<Kind> stack = new ArrayDeque<>();
    for (int i = 0; i < operations.size(); i++) {
      Label here = targets.remove(i);
      if (here != null) {
        out.labelBinding(here);
      }
      if (operations.get(i) instanceof Operation.Skip(boolean when, int target)) {
        Label to = targets.computeIfAbsent(target, _ -> out.newLabel());
        out.dup();
        out.branch(when ? Opcode.IFNE : Opcode.IFEQ, to);
        out.pop();
        stack.pop();
      } else if (i + 1 < operations.size() && dividesBy(operations.get(i), operations.get(i + 1))) {
        i++;
      } else {
        write(operations.get(i), stack);
      }
    }
    targets.values().forEach(out::labelBinding);
    return stack;
  }

  /// Writes a division of the number on the stack by a positive literal, which never fails; by a
  /// power of two it needs no division.
  private boolean dividesBy(Operation literal, Operation operation) {
    if (!(literal instanceof Operation.Constant(MuValue.IntValue(BigInteger number)))
        || number.signum() <= 0
        || number.bitLength() > 63
        || !(operation instanceof Operation.Combine(MuOperator operator, _))) {
      return false;
    }
    boolean power = number.bitCount() == 1;
    switch (operator) {
      case DIVIDE -> {
        if (power) {
          out.loadConstant(number.getLowestSetBit()).lshr();
        } else {
          out.loadConstant(number.longValue()).invokestatic(MATH, "floorDiv", LONGS);
        }
      }
      case REMAINDER -> {
        if (power) {
          out.loadConstant(number.longValue() - 1).land();
        } else {
          out.loadConstant(number.longValue()).invokestatic(MATH, "floorMod", LONGS);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void write(Operation operation, Deque<Kind> stack) {
    switch (operation) {
      case Operation.Constant(MuValue.IntValue(BigInteger number)) -> {
        if (number.bitLength() > 63) {
          throw new Uncompiled("a literal beyond 64 bits");
        }
        out.loadConstant(number.longValue());
        stack.push(new Kind.Int());
      }
      case Operation.Constant(MuValue.BoolValue(boolean truth)) -> {
        out.loadConstant(truth ? 1 : 0);
        stack.push(new Kind.Bool());
      }
      case Operation.Load(String variable) -> {
        Kind kind = body.kind(variable);
        switch (kind) {
          case Kind.Int() -> out.lload(local(variable, kind));
          case Kind.Bool() -> out.iload(local(variable, kind));
          case Kind.ListOf _, Kind.Unknown _ -> out.aload(local(variable, kind));
        }
        stack.push(kind);
      }
      case Operation.Element _ -> {
        stack.pop();
        Kind element = stack.pop().element();
        element(element);
        stack.push(element);
      }
      case Operation.Length() -> {
        stack.pop();
        out.getfield(LIST, "size", CD_int).i2l();
        stack.push(new Kind.Int());
      }
      case Operation.Prefix(MuExpression.Sign sign) -> {
        switch (sign) {
          case MINUS -> helper(MATH, "negateExact", CD_long, CD_long);
          case NOT -> out.iconst_1().ixor();
        }
      }
      case Operation.Combine(MuOperator operator, _) -> {
        Kind right = stack.pop();
        Kind kind = stack.pop().join(right);
        stack.push(combine(operator, kind));
      }
      default -> throw new Uncompiled(operation.getClass().getSimpleName());
    }
  }

  private void element(Kind element) {
    switch (element) {
      case Kind.Int() -> helper(LIST, "number", CD_long, LIST, CD_long);
      case Kind.Bool() -> helper(LIST, "truth", CD_boolean, LIST, CD_long);
      case Kind.ListOf _ -> helper(LIST, "row", LIST, LIST, CD_long);
      case Kind.Unknown() -> throw new Uncompiled("an element of an unknown kind");
    }
  }

  private Kind combine(MuOperator operator, Kind operands) {
    switch (operator) {
      case PLUS -> out.invokestatic(MATH, "addExact", LONGS);
      case MINUS -> out.invokestatic(MATH, "subtractExact", LONGS);
      case TIMES -> out.invokestatic(MATH, "multiplyExact", LONGS);
      case DIVIDE -> out.invokestatic(MATH, "floorDivExact", LONGS);
      case REMAINDER -> out.invokestatic(MATH, "floorMod", LONGS);
      case LESS -> compare(Opcode.IFLT);
      case LESS_OR_EQUAL -> compare(Opcode.IFLE);
      case GREATER -> compare(Opcode.IFGT);
      case GREATER_OR_EQUAL -> compare(Opcode.IFGE);
      case EQUAL -> equal(operands);
      case NOT_EQUAL -> {
        equal(operands);
        out.iconst_1().ixor();
      }
      default -> throw new Uncompiled(operator.symbol());
    }
    return switch (operator) {
      case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> new Kind.Int();
      default -> new Kind.Bool();
    };
  }

  private void equal(Kind operands) {
    switch (operands) {
      case Kind.Int() -> compare(Opcode.IFEQ);
      case Kind.Bool() -> out.ixor().iconst_1().ixor();
      case Kind.ListOf _ -> helper(LIST, "same", CD_boolean, LIST, LIST);
      case Kind.Unknown() -> throw new Uncompiled("an equation of unknown kinds");
    }
  }

  private void compare(Opcode when) {
    Label yes = out.newLabel();
    Label end = out.newLabel();
    out.lcmp().branch(when, yes).iconst_0().goto_(end);
    out.labelBinding(yes).iconst_1().labelBinding(end);
  }
}
