package dev.lockstep.mu.fast;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.lockstep.mu.code.MuInstruction;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// Writes what a function of the fast engine counts: steps and cells that are left, in locals
/// between calls, and the depth of calls. What may be beyond the budget deviates.
final class FastCounters {
  private static final ClassDesc DEVIATION = FunctionBody.type(Deviation.class);

  private final CodeBuilder out;
  private final int run;
  private final int variables;
  private final boolean leaf;
  private final boolean usesCells;
  private final int left;
  private final int cells;
  private final Label unusual;
  private boolean cellsAreThere;

  FastCounters(FunctionBody body, int run) {
    this.out = body.out;
    this.run = run;
    this.variables = body.variables().size();
    this.usesCells =
        body.instructions.stream()
            .anyMatch(
                it ->
                    it instanceof MuInstruction.Push
                        || it instanceof MuInstruction.Pop
                        || it instanceof MuInstruction.NewList);
    this.leaf = body.instructions.stream().noneMatch(MuInstruction.Call.class::isInstance);
    this.left = body.slot("steps left", true);
    this.cells = usesCells ? body.slot("cells left", true) : -1;
    this.unusual = out.newLabel();
  }

  /// Where code that meets something unusual jumps to, with nothing on the JVM's stack.
  Label unusual() {
    return unusual;
  }

  /// The local that holds the steps left.
  int left() {
    return left;
  }

  /// A function that calls nothing and makes nothing only looks whether it may be called.
  private boolean onlyLooks() {
    return leaf && !usesCells;
  }

  void enter() {
    count(onlyLooks() ? "look" : "enter");
    load();
  }

  void leave() {
    store();
    if (!onlyLooks()) {
      count("leave");
    }
  }

  private void count(String what) {
    out.loadConstant(variables).aload(run);
    out.invokestatic(FastTypes.RUN, what, MethodTypeDesc.of(CD_void, CD_int, FastTypes.RUN));
  }

  /// Takes what is left from the run.
  void load() {
    out.aload(run).getfield(FastTypes.RUN, "left", CD_long).lstore(left);
    if (usesCells) {
      out.aload(run).getfield(FastTypes.RUN, "cells", CD_long).lstore(cells);
    }
  }

  /// Gives what is left to the run.
  void store() {
    out.aload(run).lload(left).putfield(FastTypes.RUN, "left", CD_long);
    if (usesCells) {
      out.aload(run).lload(cells).putfield(FastTypes.RUN, "cells", CD_long);
    }
  }

  void spend(int steps) {
    pay(steps);
    out.lload(left).lconst_0().lcmp().iflt(unusual);
  }

  /// The same in a way that the JVM does not see a counter of turns in. It would unroll the loop,
  /// which is to no use where each turn waits for the one before, and move what they hand on.
  void spendUnseen(int steps) {
    pay(steps);
    out.lload(left).loadConstant(Integer.SIZE).lshr().l2i().iflt(unusual);
  }

  /// Takes steps that are there, or looks later.
  void pay(int steps) {
    out.lload(left).loadConstant((long) steps).lsub().lstore(left);
  }

  void refund(int steps) {
    if (steps != 0) {
      out.lload(left).loadConstant((long) steps).ladd().lstore(left);
    }
  }

  /// The local that holds the cells left, in a function that makes or changes lists.
  int cells() {
    return cells;
  }

  /// Whether the cells of what follows are known to be there.
  void cellsAreThere(boolean there) {
    cellsAreThere = there;
  }

  void useCells(int count) {
    if (count > 0) {
      out.lload(cells).loadConstant((long) count).lsub().lstore(cells);
      if (!cellsAreThere) {
        out.lload(cells).lconst_0().lcmp().iflt(unusual);
      }
    }
  }

  void giveCell() {
    out.lload(cells).lconst_1().ladd().lstore(cells);
  }

  void end() {
    out.labelBinding(unusual);
    out.invokestatic(FastTypes.RUN, "unusual", MethodTypeDesc.of(DEVIATION)).athrow();
  }
}
