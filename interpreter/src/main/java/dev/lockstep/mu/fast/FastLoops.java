package dev.lockstep.mu.fast;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import dev.lockstep.mu.code.MuInstruction;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes `for` loops of the fast engine. The next value and the bound are JVM ints where they fit,
/// which they do along a list and, in narrow code, everywhere.
///
/// An innermost loop runs in strips: as many turns as the steps left surely pay for, without a look
/// at the budget, so that the JVM sees a counted loop. Then it looks, and goes on.
final class FastLoops {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");

  private final CodeBuilder out;
  private final FunctionBody body;
  private final TypedFunction typed;
  private final Ranges ranges;
  private final FastLocals locals;
  private final TermWriter terms;
  private final StepPlan plan;
  private final FastCounters counters;
  private final Map<Integer, OpenLists> openBySite = new HashMap<>();

  FastLoops(
      FunctionBody body,
      TypedFunction typed,
      Ranges ranges,
      FastLocals locals,
      TermWriter terms,
      StepPlan plan,
      FastCounters counters) {
    this.out = body.out;
    this.body = body;
    this.typed = typed;
    this.ranges = ranges;
    this.locals = locals;
    this.terms = terms;
    this.plan = plan;
    this.counters = counters;
    plan();
  }

  /// What is written next belongs to `site`.
  void within(int site) {
    Optional<OpenLists> open = Optional.ofNullable(openBySite.get(site));
    terms.elements().within(open);
    counters.cellsAreThere(open.isPresent());
  }

  private void plan() {
    for (MuInstruction instruction : body.instructions) {
      int site = instruction.site();
      if (instruction instanceof MuInstruction.Turn turn && plan.isInnermost(site)) {
        OpenLists open = new OpenLists(body, locals, ListPlan.of(typed, plan, site), turn);
        plan.loop(site).forEach(it -> openBySite.put(it.site(), open));
      }
    }
  }

  /// The locals of a loop: the next value or index, where it ends, and where its strip does.
  private record Loop(int upcoming, int bound, int strip, boolean small) {}

  private Loop loop(int turn, boolean small) {
    return new Loop(
        body.slot("upcoming " + turn, !small),
        body.slot("bound " + turn, !small),
        body.slot("strip " + turn, !small),
        small);
  }

  private Loop loop(MuInstruction.Turn turn) {
    return loop(turn.site(), typed.walks(turn.site()) || locals.isSmall(turn.variable()));
  }

  void startRange(MuInstruction.StartRange it) {
    List<Term> bounds = typed.terms(it.site());
    Loop loop = loop(it.next(), locals.isSmall(it.variable()));
    bound(bounds.getFirst(), loop.upcoming(), loop.small());
    bound(bounds.getLast(), loop.bound(), loop.small());
  }

  private void bound(Term term, int local, boolean small) {
    if (!small) {
      terms.wide(term);
      out.lstore(local);
    } else if (ranges.isSmall(term)) {
      terms.small(term);
      out.istore(local);
    } else {
      terms.wide(term);
      out.invokestatic(FastTypes.RUN, "narrow", MethodTypeDesc.of(CD_int, CD_long)).istore(local);
    }
  }

  void startWalk(MuInstruction.StartWalk it) {
    Loop loop = loop(it.next(), true);
    terms.value(typed.terms(it.site()).getFirst());
    out.dup().astore(walked(it.next()));
    FastItems.size(out);
    out.istore(loop.bound());
    out.iconst_0().istore(loop.upcoming());
  }

  private int walked(int turn) {
    return body.slot("walked " + turn, false);
  }

  /// A turn whose steps are paid for; jumps to `end` where there is none.
  void turn(MuInstruction.Turn it, Label end) {
    Loop loop = loop(it);
    sameSize(it, loop);
    jumpUnlessBelow(loop, loop.bound(), end);
    next(it, loop);
  }

  /// A turn of an innermost loop, with its label; jumps to `end`, its step not yet paid, where
  /// there is none.
  void innermost(MuInstruction.Turn it, Label end) {
    Loop loop = loop(it);
    int most = plan.longest(it.site());
    Label look = out.newLabel();
    Label enter = out.newLabel();
    OpenLists open = openBySite.get(it.site());
    out.goto_(enter).labelBinding(look);
    open.close();
    out.labelBinding(enter);
    sameSize(it, loop);
    jumpUnlessBelow(loop, loop.bound(), end);
    strip(loop, most, open);
    open.open(loop.upcoming(), loop.strip());
    Label first = out.newLabel();
    out.goto_(first);
    out.labelBinding(body.label(it.site()));
    if (typed.walks(it.site()) && plan.resizes(it.site())) {
      sameSize(it, loop);
    }
    jumpUnlessBelow(loop, loop.strip(), look);
    out.labelBinding(first);
    counters.pay(most);
    next(it, loop);
    body.goOn(it, it.body());
  }

  /// Ends the strip at the bound, or after as many turns as are surely paid for, at least one.
  private void strip(Loop loop, int steps, OpenLists open) {
    load(loop, loop.bound());
    widen(loop);
    load(loop, loop.upcoming());
    widen(loop);
    out.lsub();
    atMost(counters.left(), steps);
    if (open.most() > 0) {
      atMost(counters.cells(), open.most());
    }
    open.room();
    if (loop.small()) {
      out.l2i().iload(loop.upcoming()).iadd().istore(loop.strip());
    } else {
      out.lload(loop.upcoming()).ladd().lstore(loop.strip());
    }
    jumpUnlessBelow(loop, loop.strip(), counters.unusual());
  }

  /// Lessens the long on the stack to the turns that `local` pays for, each with `most`.
  private void atMost(int local, long most) {
    int shift = Long.SIZE - Long.numberOfLeadingZeros(most - 1);
    out.lload(local).loadConstant(shift).lshr();
    out.invokestatic(MATH, "min", MethodTypeDesc.of(CD_long, CD_long, CD_long));
  }

  private void widen(Loop loop) {
    if (loop.small()) {
      out.i2l();
    }
  }

  private void load(Loop loop, int local) {
    if (loop.small()) {
      out.iload(local);
    } else {
      out.lload(local);
    }
  }

  private void jumpUnlessBelow(Loop loop, int bound, Label to) {
    load(loop, loop.upcoming());
    load(loop, bound);
    if (loop.small()) {
      out.if_icmpge(to);
    } else {
      out.lcmp().ifge(to);
    }
  }

  /// Deviates where the list has another size than at the start.
  private void sameSize(MuInstruction.Turn it, Loop loop) {
    if (typed.walks(it.site())) {
      out.aload(walked(it.site()));
      FastItems.size(out);
      out.iload(loop.bound()).if_icmpne(counters.unusual());
    }
  }

  /// Binds the variable and counts on.
  private void next(MuInstruction.Turn it, Loop loop) {
    Kind kind = typed.result(it.site());
    if (typed.walks(it.site())) {
      FastItems items = new FastItems(kind);
      out.aload(walked(it.site()));
      items.array(out);
      out.iload(loop.upcoming()).arrayLoad(items.item()); // which is there: see `sameSize`
      locals.store(it.variable(), kind);
    } else if (loop.small()) {
      out.iload(loop.upcoming());
      locals.storeSmall(it.variable());
    } else {
      out.lload(loop.upcoming());
      locals.store(it.variable(), kind);
    }
    if (loop.small()) {
      out.iinc(loop.upcoming(), 1);
    } else {
      out.lload(loop.upcoming()).lconst_1().ladd().lstore(loop.upcoming());
    }
  }
}
