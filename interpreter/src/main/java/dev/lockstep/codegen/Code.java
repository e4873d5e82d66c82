package dev.lockstep.codegen;

import dev.lockstep.grammar.assembly.Expression;
import dev.lockstep.grammar.assembly.Item;
import dev.lockstep.grammar.assembly.Line;
import dev.lockstep.grammar.assembly.Operand;
import dev.lockstep.grammar.register.RegisterOperation;
import dev.lockstep.words.Listings;
import java.util.Arrays;
import java.util.List;

/// Instructions of the register machine, one after the other.
final class Code {
  /// The register that points at the frame of the running call.
  static final int FRAME = 14;

  /// The register that says where a call returns to.
  static final int RETURN = 15;

  private final Listings lines = new Listings();
  private int labels;

  /// For a function that is compiled to be measured only: its labels are the ones that it will
  /// have.
  Code draft() {
    Code draft = new Code();
    draft.labels = labels;
    return draft;
  }

  String fresh() {
    labels++;
    return "l" + labels;
  }

  void label(String name) {
    lines.label(name);
  }

  /// An instruction on registers alone.
  void add(RegisterOperation operation, int... registers) {
    add(operation, Arrays.stream(registers).mapToObj(Listings::register).toArray(Operand[]::new));
  }

  void add(RegisterOperation operation, int register, String name) {
    add(operation, Listings.register(register), Listings.name(name));
  }

  void set(int register, long value) {
    add(RegisterOperation.SET, Listings.register(register), Listings.value(value));
  }

  void move(int to, int from) {
    add(RegisterOperation.ADD, to, from, 0);
  }

  void addIndexed(RegisterOperation operation, int register, long offset, int base) {
    add(operation, Listings.register(register), Listings.indexed(number(offset), base));
  }

  void jump(RegisterOperation operation, int register, String target) {
    add(operation, register, target);
  }

  void jump(String target) {
    jump(RegisterOperation.JAL, 0, target);
  }

  void branch(RegisterOperation operation, int a, int b, String target) {
    add(operation, Listings.register(a), Listings.register(b), Listings.name(target));
  }

  private void add(RegisterOperation operation, Operand... operands) {
    lines.add(operation.operation(), operands);
  }

  void item(Item item) {
    lines.add(item);
  }

  List<Line> lines() {
    return lines.lines();
  }

  static Expression number(long value) {
    return Listings.number(value);
  }
}
