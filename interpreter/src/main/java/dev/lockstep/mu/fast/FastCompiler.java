package dev.lockstep.mu.fast;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.engine.Uncompiled;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes a function for the fast engine: ints as longs or JVM ints, truths as JVM ints, lists as
/// `FastList`; nothing is counted but what a budget needs, and whatever is unusual throws
/// `Deviation`, `ArithmeticException` or `IndexOutOfBoundsException`.
final class FastCompiler {
  private final ClassDesc owner;
  private final MuCode code;
  private final FunctionBody body;
  private final CodeBuilder out;
  private final TypedFunction typed;
  private final FastLocals locals;
  private final TermWriter terms;
  private final StepPlan plan;
  private final FastCounters counters;
  private final FastLists lists;
  private final FastLoops loops;
  private final List<Refund> refunds = new ArrayList<>();
  private final Set<FastLists.Joined> ends = new LinkedHashSet<>();

  /// A way to `target` that has paid too much, written behind everything else.
  private record Refund(Label here, int steps, int target) {}

  private FastCompiler(
      ClassDesc owner, MuCode code, TypedFunction typed, Ranges ranges, CodeBuilder out) {
    this.owner = owner;
    this.code = code;
    this.out = out;
    this.body = new FunctionBody(code, typed.function(), out);
    this.typed = typed;
    this.locals = new FastLocals(body, ranges);
    this.terms = new TermWriter(out, ranges, locals);
    this.plan = StepPlan.of(body.instructions);
    this.counters = new FastCounters(body, locals.run());
    this.lists = new FastLists(body, typed, locals, terms, counters);
    this.loops = new FastLoops(body, typed, ranges, locals, terms, plan, counters);
  }

  static void write(
      ClassDesc owner, MuCode code, TypedFunction function, Ranges ranges, CodeBuilder out) {
    new FastCompiler(owner, code, function, ranges, out).write();
  }

  static String methodName(MuFunction function) {
    return "mu_" + function.name();
  }

  private void write() {
    counters.enter();
    for (MuInstruction instruction : body.instructions) {
      int site = instruction.site();
      loops.within(site);
      if (instruction instanceof MuInstruction.Turn turn && plan.isInnermost(site)) {
        Label end = out.newLabel();
        refunds.add(new Refund(end, -1, turn.next())); // the next checkpoint looks
        loops.innermost(turn, end);
        continue;
      }
      out.labelBinding(body.label(site));
      if (plan.isCheckpoint(site)) {
        spend(site);
      }
      write(instruction, typed.terms(site));
    }
    for (FastLists.Joined end : ends) {
      loops.within(end.site());
      lists.end(end);
    }
    for (Refund refund : refunds) {
      out.labelBinding(refund.here());
      counters.refund(refund.steps());
      out.goto_(body.label(refund.target()));
    }
    counters.end();
    body.end();
  }

  /// Pays at a checkpoint.
  private void spend(int site) {
    if (plan.isInnermost(site) && !ListUse.any(typed, plan.loop(site))) {
      counters.spendUnseen(plan.longest(site));
    } else {
      counters.spend(plan.longest(site));
    }
  }

  private void write(MuInstruction instruction, List<Term> operands) {
    switch (instruction) {
      case MuInstruction.Bind it -> bind(it.variable(), operands.getFirst());
      case MuInstruction.NewList it -> lists.create(it, operands);
      case MuInstruction.SetElement _ ->
          lists.set(operands.get(0), operands.get(1), operands.get(2));
      case MuInstruction.Push it -> {
        Optional<FastLists.Joined> joined = lists.join(it, operands.getFirst(), operands.getLast());
        if (joined.isPresent()) {
          ends.add(joined.get());
          return;
        }
        lists.push(operands.getFirst(), operands.getLast());
      }
      case MuInstruction.Pop it -> lists.pop(it, operands.getFirst());
      case MuInstruction.Branch it -> {
        if (choose(it, operands.getFirst())) {
          return;
        }
        terms.jump(operands.getFirst(), false, way(it.site(), it.otherwise()));
        goOn(it, it.then());
        return;
      }
      case MuInstruction.StartRange it -> loops.startRange(it);
      case MuInstruction.StartWalk it -> loops.startWalk(it);
      case MuInstruction.Turn it -> {
        loops.turn(it, way(it.site(), it.next()));
        goOn(it, it.body());
        return;
      }
      case MuInstruction.Call it -> call(it, operands);
      case MuInstruction.Return _ -> {
        leave(instruction, operands);
        return;
      }
      case MuInstruction.Print _ -> {
        Term value = operands.getFirst();
        if (value.kind() instanceof Kind.Unknown) {
          throw new Uncompiled("print of an unknown kind");
        }
        terms.value(value);
        out.aload(locals.run());
        helper(FastTypes.RUN, "print", CD_void, FastTypes.of(value.kind()), FastTypes.RUN);
      }
      case MuInstruction.Assert _, MuInstruction.Require _, MuInstruction.Check _ ->
          terms.jump(operands.getFirst(), false, counters.unusual());
      case MuInstruction.Break _ -> {} // the next turn is never looked at
      default -> throw new Uncompiled(instruction.getClass().getSimpleName());
    }
    goOn(instruction, FunctionBody.next(instruction));
  }

  /// Writes a branch as a choice, if it is one whose ways are as long.
  private boolean choose(MuInstruction.Branch it, Term condition) {
    boolean even =
        plan.refund(it.site(), it.then()) == 0 && plan.refund(it.site(), it.otherwise()) == 0;
    Optional<FastLists.Joined> joined = even ? lists.choose(it, condition) : Optional.empty();
    joined.ifPresent(ends::add);
    return joined.isPresent();
  }

  /// Where a jump from `from` to `to` leads.
  private Label way(int from, int to) {
    int steps = plan.refund(from, to);
    if (steps == 0) {
      return body.label(to);
    }
    Label here = out.newLabel();
    refunds.add(new Refund(here, steps, to));
    return here;
  }

  private void goOn(MuInstruction from, int to) {
    counters.refund(plan.refund(from.site(), to));
    body.goOn(from, to);
  }

  private void bind(String variable, Term value) {
    if (value.kind() instanceof Kind.Int && locals.isSmall(variable)) {
      terms.small(value);
      locals.storeSmall(variable);
    } else {
      terms.value(value);
      locals.store(variable, value.kind());
    }
  }

  private void call(MuInstruction.Call it, List<Term> arguments) {
    MuFunction callee = code.function(it.function());
    arguments.forEach(terms::value);
    counters.store();
    out.aload(locals.run());
    out.invokestatic(owner, methodName(callee), FastTypes.of(callee));
    if (it.variable().isPresent()) {
      locals.store(it.variable().get(), typed.result(it.site()));
    } else {
      callee.result().ifPresent(type -> lists.drop(Kind.of(type)));
    }
    counters.load();
  }

  private void leave(MuInstruction it, List<Term> value) {
    value.forEach(terms::value);
    if (body.function.name().equals(MuProgram.MAIN)) {
      out.aload(locals.run()).loadConstant(it.site()).putfield(FastTypes.RUN, "last", CD_int);
    }
    counters.leave();
    switch (body.function.result().map(Kind::of).orElse(new Kind.Unknown())) {
      case Kind.Int() -> out.lreturn();
      case Kind.Bool() -> out.ireturn();
      case Kind.ListOf _ -> out.areturn();
      case Kind.Unknown() -> out.return_();
    }
  }

  private void helper(ClassDesc where, String name, ClassDesc result, ClassDesc... parameters) {
    out.invokestatic(where, name, MethodTypeDesc.of(result, parameters));
  }
}
