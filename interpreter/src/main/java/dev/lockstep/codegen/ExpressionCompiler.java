package dev.lockstep.codegen;

import static dev.lockstep.grammar.register.RegisterOperation.ADD;
import static dev.lockstep.grammar.register.RegisterOperation.BEQ;
import static dev.lockstep.grammar.register.RegisterOperation.BLT;
import static dev.lockstep.grammar.register.RegisterOperation.BNE;
import static dev.lockstep.grammar.register.RegisterOperation.DIV;
import static dev.lockstep.grammar.register.RegisterOperation.LOAD;
import static dev.lockstep.grammar.register.RegisterOperation.MUL;
import static dev.lockstep.grammar.register.RegisterOperation.REM;
import static dev.lockstep.grammar.register.RegisterOperation.STORE;
import static dev.lockstep.grammar.register.RegisterOperation.SUB;

import dev.lockstep.grammar.mu.MuExpression;
import dev.lockstep.grammar.mu.MuOperator;
import dev.lockstep.grammar.register.RegisterOperation;
import java.math.BigInteger;

/// Expressions, from left to right as Mu evaluates them: the value is in register 1 then, and
/// register 2 is lost.
final class ExpressionCompiler {
  private final Code code;
  private final FunctionCompiler frame;

  ExpressionCompiler(Code code, FunctionCompiler frame) {
    this.code = code;
    this.frame = frame;
  }

  void value(MuExpression expression) {
    switch (expression) {
      case MuExpression it when isSimple(it) -> simple(it, 1);
      case MuExpression.Call it -> frame.call(it);
      case MuExpression.Prefix it when it.sign() == MuExpression.Sign.MINUS -> {
        value(it.operand());
        code.add(SUB, 1, 0, 1);
      }
      case MuExpression.Binary it when arithmetic(it.operator()) -> {
        operands(it);
        code.add(operation(it.operator()), 1, 1, 2);
      }
      case MuExpression.Binary _, MuExpression.Prefix _ -> truth(expression);
      default -> throw new IllegalArgumentException("outside the subset: not checked");
    }
  }

  private void truth(MuExpression condition) {
    String no = code.fresh();
    String end = code.fresh();
    branch(condition, false, no);
    code.set(1, 1);
    code.jump(end);
    code.label(no);
    code.set(1, 0);
    code.label(end);
  }

  /// Goes on at `target` where `condition` is `when`, and behind the branch otherwise.
  void branch(MuExpression condition, boolean when, String target) {
    switch (condition) {
      case MuExpression.Prefix it when it.sign() == MuExpression.Sign.NOT ->
          branch(it.operand(), !when, target);
      case MuExpression.Binary it when it.operator() == MuOperator.AND ->
          both(it, when, target, false);
      case MuExpression.Binary it when it.operator() == MuOperator.OR ->
          both(it, when, target, true);
      case MuExpression.Binary it -> {
        operands(it);
        compare(it.operator(), when, target);
      }
      default -> {
        value(condition);
        code.branch(when ? BNE : BEQ, 1, 0, target);
      }
    }
  }

  /// `decisive` is the value of the left side that decides alone: `true` for `||`.
  private void both(MuExpression.Binary it, boolean when, String target, boolean decisive) {
    if (when == decisive) {
      branch(it.left(), when, target);
      branch(it.right(), when, target);
      return;
    }
    String skip = code.fresh();
    branch(it.left(), decisive, skip);
    branch(it.right(), when, target);
    code.label(skip);
  }

  private void compare(MuOperator operator, boolean when, String target) {
    switch (operator) {
      case EQUAL -> code.branch(when ? BEQ : BNE, 1, 2, target);
      case NOT_EQUAL -> code.branch(when ? BNE : BEQ, 1, 2, target);
      case LESS -> less(1, 2, when, target);
      case GREATER -> less(2, 1, when, target);
      case LESS_OR_EQUAL -> less(2, 1, !when, target);
      case GREATER_OR_EQUAL -> less(1, 2, !when, target);
      default -> throw new IllegalArgumentException("no comparison: " + operator);
    }
  }

  private void less(int a, int b, boolean when, String target) {
    if (when) {
      code.branch(BLT, a, b, target);
      return;
    }
    String skip = code.fresh();
    code.branch(BLT, a, b, skip);
    code.jump(target);
    code.label(skip);
  }

  /// The left side into register 1, the right one into register 2.
  private void operands(MuExpression.Binary it) {
    value(it.left());
    if (isSimple(it.right())) {
      simple(it.right(), 2);
      return;
    }
    int left = frame.reserve();
    code.addIndexed(STORE, 1, left, Code.FRAME);
    value(it.right());
    code.move(2, 1);
    code.addIndexed(LOAD, 1, left, Code.FRAME);
    frame.release(1);
  }

  private static boolean isSimple(MuExpression expression) {
    return switch (expression) {
      case MuExpression.Int _, MuExpression.Bool _, MuExpression.Name _ -> true;
      case MuExpression.Prefix it ->
          it.sign() == MuExpression.Sign.MINUS && it.operand() instanceof MuExpression.Int;
      default -> false;
    };
  }

  private void simple(MuExpression expression, int register) {
    switch (expression) {
      case MuExpression.Int(BigInteger value, _) -> code.set(register, value.longValueExact());
      case MuExpression.Prefix(_, MuExpression.Int(BigInteger value, _), _) ->
          code.set(register, value.negate().longValueExact());
      case MuExpression.Bool(boolean value, _) -> code.set(register, value ? 1 : 0);
      case MuExpression.Name it ->
          code.addIndexed(LOAD, register, frame.cell(it.name()), Code.FRAME);
      default -> throw new IllegalArgumentException("not simple: " + expression);
    }
  }

  private static boolean arithmetic(MuOperator operator) {
    return switch (operator) {
      case PLUS, MINUS, TIMES, DIVIDE, REMAINDER -> true;
      default -> false;
    };
  }

  private static RegisterOperation operation(MuOperator operator) {
    return switch (operator) {
      case PLUS -> ADD;
      case MINUS -> SUB;
      case TIMES -> MUL;
      case DIVIDE -> DIV;
      case REMAINDER -> REM;
      default -> throw new IllegalArgumentException("no instruction: " + operator);
    };
  }
}
