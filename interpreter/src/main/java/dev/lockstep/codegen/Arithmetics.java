package dev.lockstep.codegen;

import dev.lockstep.grammar.assembly.Expression;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.register.RegisterOperation;
import dev.lockstep.words.Listings;

/// Multiplication and division in SUBLEQ, one routine each: bit by bit from the top, since doubling
/// is easy and halving is not.
final class Arithmetics {
  private static final String X = "x";
  private static final String Y = "y";
  private static final String PRODUCT = "w";
  private static final String QUOTIENT = "q";
  private static final String REST = "s";

  private final Subtractions out;
  private final Word word;
  private boolean multiplies;
  private boolean divides;

  Arithmetics(Subtractions out, Word word) {
    this.out = out;
    this.word = word;
  }

  /// Calls the routine of `operation`; the cell that holds the result then.
  String call(RegisterOperation operation, String a, String b) {
    boolean product = operation == RegisterOperation.MUL;
    multiplies |= product;
    divides |= !product;
    String back = out.fresh();
    out.copy(a, X);
    out.copy(b, Y);
    out.set("back", new Expression.Name(back));
    out.jump(product ? "multiply" : "divide");
    out.label(back);
    return product ? PRODUCT : operation == RegisterOperation.DIV ? QUOTIENT : REST;
  }

  /// The routines that are called, and their cells.
  void routines() {
    if (multiplies) {
      multiply();
      out.cell(PRODUCT, 0);
    }
    if (divides) {
      divide();
      out.cell(QUOTIENT, 0);
      out.cell(REST, 0);
      out.cell("a", 0);
      out.cell("b", 0);
      out.cell("signs", 0);
      out.cell("below", 0);
    }
    if (multiplies || divides) {
      out.cell(X, 0);
      out.cell(Y, 0);
      out.cell("n", 0);
      out.cell("back", 0);
    }
  }

  private void leave(String jump) {
    var target = Subtractions.at(jump, 2);
    out.subtract(target, target);
    out.add("back", target);
    out.label(jump);
    out.stop(0);
  }

  /// The product is doubled for each bit of `y`, and `x` added where the bit is 1.
  private void multiply() {
    out.label("multiply");
    out.clear(PRODUCT);
    out.set("n", word.bits());
    out.label("multiply_bit");
    out.add(PRODUCT, PRODUCT);
    out.ifNegative(Y, "multiply_add", "multiply_next");
    out.label("multiply_add");
    out.add(X, PRODUCT);
    out.label("multiply_next");
    out.add(Y, Y);
    out.subtract(out.constant(Listings.number(1)), "n", "multiply_done");
    out.jump("multiply_bit");
    out.label("multiply_done");
    leave("multiply_return");
  }

  /// Long division of the magnitudes `a` and `b`, as words without sign; then the signs, and one
  /// less where the quotient is not whole and below 0.
  private void divide() {
    out.label("divide");
    out.copy(Y, "a");
    out.ifLostZero("a", "divide_zero", "divide_start");
    out.label("divide_zero");
    out.stop(RegisterToSubleq.DIVISION_BY_ZERO);
    out.label("divide_start");
    out.clear("signs"); // 1 where the signs differ
    out.clear("below"); // 1 where x is below 0
    magnitude(X, "a", "divide_x", true);
    magnitude(Y, "b", "divide_y", false);
    out.clear(QUOTIENT);
    out.clear(REST);
    out.set("n", word.bits());
    out.label("divide_bit");
    out.add(REST, REST);
    out.ifNegative("a", "divide_one", "divide_shift");
    out.label("divide_one");
    out.increment(REST, 1);
    out.label("divide_shift");
    out.add("a", "a");
    out.add(QUOTIENT, QUOTIENT);
    out.ifNegative(REST, "divide_take", "divide_compare");
    out.label("divide_compare");
    out.ifNegative("b", "divide_next", "divide_fits");
    out.label("divide_fits");
    out.copy(REST, X);
    out.subtract("b", X);
    out.ifLostNegative(X, "divide_next", "divide_take");
    out.label("divide_take");
    out.subtract("b", REST);
    out.increment(QUOTIENT, 1);
    out.label("divide_next");
    out.subtract(out.constant(Listings.number(1)), "n", "divide_signs");
    out.jump("divide_bit");
    signs();
    leave("divide_return");
  }

  private void magnitude(String from, String to, String label, boolean first) {
    out.ifNegative(from, label + "_below", label + "_above");
    out.label(label + "_below");
    out.negate(from, to);
    if (first) {
      out.set("below", 1);
      out.set("signs", 1);
    } else {
      out.negate("signs", X); // 1 - signs
      out.increment(X, 1);
      out.copy(X, "signs");
    }
    out.jump(label + "_done");
    out.label(label + "_above");
    out.copy(from, to);
    out.label(label + "_done");
  }

  private void signs() {
    out.label("divide_signs");
    out.ifLostZero("below", "divide_quotient", "divide_rest");
    out.label("divide_rest");
    out.negate(REST, X);
    out.copy(X, REST);
    out.label("divide_quotient");
    out.ifLostZero("signs", "divide_done", "divide_negate");
    out.label("divide_negate");
    out.negate(QUOTIENT, X);
    out.copy(X, QUOTIENT);
    out.copy(REST, X);
    out.ifLostZero(X, "divide_done", "divide_floor");
    out.label("divide_floor");
    out.increment(QUOTIENT, -1);
    out.add(Y, REST);
    out.label("divide_done");
  }
}
