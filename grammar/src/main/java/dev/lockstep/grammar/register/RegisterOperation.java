package dev.lockstep.grammar.register;

import dev.lockstep.grammar.assembly.Operand.Kind;
import dev.lockstep.grammar.assembly.Operation;
import java.util.Arrays;
import java.util.Locale;

/// The 16 instructions of the register machine; `d` is the register written.
public enum RegisterOperation {
  /// `set d, value`.
  SET(Kind.REGISTER, Kind.VALUE),
  /// `add d, a, b` and the like.
  ADD(Kind.REGISTER, Kind.REGISTER, Kind.REGISTER),
  SUB(Kind.REGISTER, Kind.REGISTER, Kind.REGISTER),
  MUL(Kind.REGISTER, Kind.REGISTER, Kind.REGISTER),
  /// Floored; by zero is a fault.
  DIV(Kind.REGISTER, Kind.REGISTER, Kind.REGISTER),
  /// The rest of the floored division, with the sign of the divisor.
  REM(Kind.REGISTER, Kind.REGISTER, Kind.REGISTER),
  /// `load d, 4(a)`: the word at 4 + `a`.
  LOAD(Kind.REGISTER, Kind.INDEXED),
  /// `store b, 4(a)`.
  STORE(Kind.REGISTER, Kind.INDEXED),
  /// `beq a, b, target`: goes on there if both are equal.
  BEQ(Kind.REGISTER, Kind.REGISTER, Kind.TARGET),
  BNE(Kind.REGISTER, Kind.REGISTER, Kind.TARGET),
  /// Goes on there if `a` is less than `b`, as signed words.
  BLT(Kind.REGISTER, Kind.REGISTER, Kind.TARGET),
  /// `jal d, target`: jump and link, `d` becomes the number of the next instruction.
  JAL(Kind.REGISTER, Kind.TARGET),
  /// `jr a`: jump to the instruction whose number is in a register.
  JR(Kind.REGISTER),
  /// `in d`: the next word of the input.
  IN(Kind.REGISTER),
  /// `out a`.
  OUT(Kind.REGISTER),
  HALT();

  @SuppressWarnings("ImmutableEnumChecker") // a record of names and kinds
  private final Operation operation;

  RegisterOperation(Kind... operands) {
    this.operation = new Operation(name().toLowerCase(Locale.ROOT), operands);
  }

  public Operation operation() {
    return operation;
  }

  /// Throws `IllegalArgumentException` where no instruction is called so.
  public static RegisterOperation of(String name) {
    return Arrays.stream(values())
        .filter(it -> it.operation.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no instruction: " + name));
  }
}
