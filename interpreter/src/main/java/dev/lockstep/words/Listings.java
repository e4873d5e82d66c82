package dev.lockstep.words;

import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.assembly.Expression;
import dev.lockstep.grammar.assembly.Item;
import dev.lockstep.grammar.assembly.Label;
import dev.lockstep.grammar.assembly.Line;
import dev.lockstep.grammar.assembly.Operand;
import dev.lockstep.grammar.assembly.Operation;
import java.util.ArrayList;
import java.util.List;

/// Lines of assembler programs that are made in memory, one after the other.
public final class Listings {
  private final List<Line> lines = new ArrayList<>();
  private List<Label> waiting = new ArrayList<>();

  public void label(String name) {
    waiting.add(new Label(name));
  }

  public void add(Operation operation, Operand... operands) {
    add(new Item.Instruction(operation, List.of(operands), Place.NOWHERE));
  }

  public void words(long... values) {
    List<Item.Datum> data = new ArrayList<>();
    for (long value : values) {
      data.add(new Item.Datum.Value(number(value)));
    }
    add(new Item.Data(data));
  }

  public void add(Item item) {
    lines.add(new Line(waiting, item));
    waiting = new ArrayList<>();
  }

  public List<Line> lines() {
    if (!waiting.isEmpty()) {
      add(new Item.Nothing());
    }
    return List.copyOf(lines);
  }

  public static Operand register(int number) {
    return new Operand.Register(number);
  }

  public static Operand value(long value) {
    return new Operand.Value(number(value));
  }

  public static Operand name(String name) {
    return new Operand.Value(new Expression.Name(name));
  }

  public static Operand indexed(Expression offset, int register) {
    return new Operand.Indexed(offset, register, Place.NOWHERE);
  }

  /// A number as it is written: below 0 it is a sign and a number.
  public static Expression number(long value) {
    java.math.BigInteger number = java.math.BigInteger.valueOf(value);
    return value < 0
        ? new Expression.Minus(
            new Expression.Numeral(number.negate(), Place.NOWHERE), Place.NOWHERE)
        : new Expression.Numeral(number, Place.NOWHERE);
  }
}
