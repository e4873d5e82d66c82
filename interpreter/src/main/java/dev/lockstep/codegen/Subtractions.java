package dev.lockstep.codegen;

import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.assembly.Expression;
import dev.lockstep.grammar.assembly.Item;
import dev.lockstep.grammar.assembly.Line;
import dev.lockstep.grammar.assembly.Operand;
import dev.lockstep.grammar.subleq.Subleq;
import dev.lockstep.words.Listings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// SUBLEQ instructions, one after the other, and what is made of a few of them. The cell `zero` is
/// 0 between these.
final class Subtractions {
  static final String ZERO = "zero";

  private static final String SCRATCH = "t";

  private final Listings lines = new Listings();
  private final Map<String, Expression> constants = new LinkedHashMap<>(); // by label
  private int labels;

  String fresh() {
    labels++;
    return "l" + labels;
  }

  void label(String name) {
    lines.label(name);
  }

  /// `b` becomes `b - a`.
  void subtract(String a, String b) {
    subtract(Listings.name(a), Listings.name(b));
  }

  void subtract(Operand a, Operand b) {
    lines.add(Subleq.SUBLEQ, a, b);
  }

  /// The same, and on at `target` unless `b` is above 0 then.
  void subtract(String a, String b, String target) {
    lines.add(Subleq.SUBLEQ, Listings.name(a), Listings.name(b), Listings.name(target));
  }

  void jump(String target) {
    subtract(ZERO, ZERO, target);
  }

  /// Ends the run at once: the halt at -1, a fault below.
  void stop(long address) {
    lines.add(Subleq.SUBLEQ, Listings.name(ZERO), Listings.name(ZERO), Listings.value(address));
  }

  void clear(String cell) {
    subtract(cell, cell);
  }

  /// `to` becomes `to + from`.
  void add(String from, String to) {
    add(from, Listings.name(to));
  }

  void add(String from, Operand to) {
    subtract(from, ZERO);
    subtract(Listings.name(ZERO), to);
    clear(ZERO);
  }

  void copy(String from, String to) {
    clear(to);
    add(from, to);
  }

  /// `to` becomes minus `from`.
  void negate(String from, String to) {
    clear(to);
    subtract(from, to);
  }

  void set(String cell, Expression value) {
    clear(cell);
    subtract(constant(negative(value)), cell);
  }

  void set(String cell, long value) {
    set(cell, Listings.number(value));
  }

  void increment(String cell, long by) {
    subtract(constant(Listings.number(-by)), cell);
  }

  /// On at `yes` where the word in `cell`, which is lost, is below 0, else at `no`.
  void ifLostNegative(String cell, String yes, String no) {
    String low = fresh();
    subtract(ZERO, cell, low);
    jump(no);
    label(low);
    subtract(constant(Listings.number(-1)), cell, yes); // at most 0 and one more: below 0 before
    jump(no);
  }

  void ifNegative(String cell, String yes, String no) {
    copy(cell, SCRATCH);
    ifLostNegative(SCRATCH, yes, no);
  }

  /// On at `yes` where the word in `cell`, which is lost, is 0, else at `no`.
  void ifLostZero(String cell, String yes, String no) {
    String low = fresh();
    subtract(ZERO, cell, low);
    jump(no);
    label(low);
    subtract(constant(Listings.number(-1)), cell, no);
    jump(yes);
  }

  /// The cell that holds a constant.
  String constant(Expression value) {
    String text = value.print();
    String name = "k" + Integer.toHexString(text.hashCode());
    while (constants.containsKey(name) && !constants.get(name).print().equals(text)) {
      name += "_";
    }
    constants.put(name, value);
    return name;
  }

  static Expression negative(Expression value) {
    return value instanceof Expression.Minus it
        ? it.operand()
        : new Expression.Minus(value, Place.NOWHERE);
  }

  static Operand at(String label, int offset) {
    return new Operand.Value(
        new Expression.Binary(
            Expression.Operator.PLUS, new Expression.Name(label), Listings.number(offset)));
  }

  void cell(String name, long value) {
    lines.label(name);
    lines.words(value);
  }

  void item(Item item) {
    lines.add(item);
  }

  /// Everything, with the cells of the constants behind it.
  List<Line> lines() {
    cell(ZERO, 0);
    cell(SCRATCH, 0);
    constants.forEach(
        (name, value) -> {
          lines.label(name);
          lines.add(new Item.Data(List.of(new Item.Datum.Value(value))));
        });
    return lines.lines();
  }
}
