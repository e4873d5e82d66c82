package dev.lockstep.codegen;

import static dev.lockstep.grammar.register.RegisterOperation.ADD;
import static dev.lockstep.grammar.register.RegisterOperation.BLT;
import static dev.lockstep.grammar.register.RegisterOperation.JAL;
import static dev.lockstep.grammar.register.RegisterOperation.JR;
import static dev.lockstep.grammar.register.RegisterOperation.LOAD;
import static dev.lockstep.grammar.register.RegisterOperation.OUT;
import static dev.lockstep.grammar.register.RegisterOperation.STORE;
import static dev.lockstep.grammar.register.RegisterOperation.SUB;

import dev.lockstep.grammar.mu.MuBlock;
import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One function. Every variable has a cell of the frame; values are computed in registers 1 and 2.
final class FunctionCompiler {
  private final Code code;
  private final MuFunction function;
  private final int frame; // cells of this function's frame
  private final ExpressionCompiler expressions;
  private final Map<String, Integer> cells = new HashMap<>();
  private int used = 1; // cells in use: the first says where to return to
  private int most = 1;

  FunctionCompiler(Code code, MuFunction function, int frame) {
    this.code = code;
    this.function = function;
    this.frame = frame;
    this.expressions = new ExpressionCompiler(code, this);
  }

  static String label(String function) {
    return "f_" + function;
  }

  /// How many cells the frame needs.
  int compile() {
    code.label(label(function.name()));
    code.addIndexed(STORE, Code.RETURN, 0, Code.FRAME);
    for (MuParameter parameter : function.parameters()) {
      declare(parameter.name());
    }
    function.requires().forEach(it -> hold(it, MuToRegister.FAILED_REQUIRES));
    block(function.body());
    leave();
    return most;
  }

  private int declare(String name) {
    int cell = reserve();
    cells.put(name, cell);
    return cell;
  }

  /// A cell of the frame until `release` gives it back.
  int reserve() {
    used++;
    most = Math.max(most, used);
    return used - 1;
  }

  void release(int count) {
    used -= count;
  }

  int cell(String variable) {
    return cells.get(variable);
  }

  private void leave() {
    code.addIndexed(LOAD, Code.RETURN, 0, Code.FRAME);
    code.add(JR, Code.RETURN);
  }

  private void hold(MuExpression condition, long otherwise) {
    String held = code.fresh();
    expressions.branch(condition, true, held);
    code.set(1, otherwise);
    code.add(JR, 1);
    code.label(held);
  }

  private void block(MuBlock block) {
    int before = used;
    block.statements().forEach(this::statement);
    used = before; // its variables are gone
  }

  private void statement(MuStatement statement) {
    switch (statement) {
      case MuStatement.Declare it -> {
        expressions.value(it.value());
        code.addIndexed(STORE, 1, declare(it.name()), Code.FRAME);
      }
      case MuStatement.Assign it -> {
        expressions.value(it.value());
        code.addIndexed(STORE, 1, cell(it.name()), Code.FRAME);
      }
      case MuStatement.If it -> choice(it);
      case MuStatement.While it -> {
        String head = code.fresh();
        String end = code.fresh();
        code.label(head);
        expressions.branch(it.condition(), false, end);
        block(it.body());
        code.jump(head);
        code.label(end);
      }
      case MuStatement.Count it -> count(it);
      case MuStatement.Return it -> {
        it.value().ifPresent(expressions::value);
        leave();
      }
      case MuStatement.Assert it -> hold(it.condition(), MuToRegister.FAILED_ASSERT);
      case MuStatement.Print it -> {
        expressions.value(it.value());
        code.add(OUT, 1);
      }
      case MuStatement.Do it -> expressions.value(it.call());
      case MuStatement.SetElement _, MuStatement.Walk _, MuStatement.Extended _ ->
          throw new IllegalArgumentException("outside the subset: not checked");
    }
  }

  private void choice(MuStatement.If it) {
    String otherwise = code.fresh();
    expressions.branch(it.condition(), false, otherwise);
    block(it.then());
    if (it.otherwise().isEmpty()) {
      code.label(otherwise);
      return;
    }
    String end = code.fresh();
    code.jump(end);
    code.label(otherwise);
    block(it.otherwise().get());
    code.label(end);
  }

  private void count(MuStatement.Count it) {
    int before = used;
    expressions.value(it.from());
    int turn = declare(it.name());
    code.addIndexed(STORE, 1, turn, Code.FRAME);
    expressions.value(it.to());
    int end = reserve();
    code.addIndexed(STORE, 1, end, Code.FRAME);
    String head = code.fresh();
    String body = code.fresh();
    String done = code.fresh();
    code.label(head);
    code.addIndexed(LOAD, 1, turn, Code.FRAME);
    code.addIndexed(LOAD, 2, end, Code.FRAME);
    code.branch(BLT, 1, 2, body);
    code.jump(done);
    code.label(body);
    block(it.body());
    code.addIndexed(LOAD, 1, turn, Code.FRAME);
    code.set(2, 1);
    code.add(ADD, 1, 1, 2);
    code.addIndexed(STORE, 1, turn, Code.FRAME);
    code.jump(head);
    code.label(done);
    used = before;
  }

  /// The arguments one after the other into cells of this frame, since each may call; then into the
  /// frame of the callee, which stands behind this one.
  void call(MuExpression.Call it) {
    List<Integer> arguments = new ArrayList<>();
    for (MuExpression argument : it.arguments()) {
      expressions.value(argument);
      int cell = reserve();
      arguments.add(cell);
      code.addIndexed(STORE, 1, cell, Code.FRAME);
    }
    for (int i = 0; i < arguments.size(); i++) {
      code.addIndexed(LOAD, 1, arguments.get(i), Code.FRAME);
      code.addIndexed(STORE, 1, frame + 1L + i, Code.FRAME);
    }
    release(arguments.size());
    code.set(2, frame);
    code.add(ADD, Code.FRAME, Code.FRAME, 2);
    code.jump(JAL, Code.RETURN, label(it.function()));
    code.set(2, frame);
    code.add(SUB, Code.FRAME, Code.FRAME, 2);
  }
}
