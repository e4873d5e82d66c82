package dev.lockstep.mu.fast;

import dev.lockstep.grammar.mu.MuOperator;
import java.lang.classfile.Opcode;

/// The JVM's jumps for comparisons.
final class Comparisons {
  private Comparisons() {}

  /// The jump where a comparison is `when`: of two JVM ints, or of what `lcmp` leaves with zero.
  static Opcode jump(MuOperator operator, boolean when, boolean ints) {
    return switch (when ? operator : opposite(operator)) {
      case EQUAL -> ints ? Opcode.IF_ICMPEQ : Opcode.IFEQ;
      case NOT_EQUAL -> ints ? Opcode.IF_ICMPNE : Opcode.IFNE;
      case LESS -> ints ? Opcode.IF_ICMPLT : Opcode.IFLT;
      case LESS_OR_EQUAL -> ints ? Opcode.IF_ICMPLE : Opcode.IFLE;
      case GREATER -> ints ? Opcode.IF_ICMPGT : Opcode.IFGT;
      case GREATER_OR_EQUAL -> ints ? Opcode.IF_ICMPGE : Opcode.IFGE;
      default -> throw new IllegalArgumentException("no comparison: " + operator.symbol());
    };
  }

  private static MuOperator opposite(MuOperator operator) {
    return switch (operator) {
      case EQUAL -> MuOperator.NOT_EQUAL;
      case NOT_EQUAL -> MuOperator.EQUAL;
      case LESS -> MuOperator.GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> MuOperator.GREATER;
      case GREATER -> MuOperator.LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> MuOperator.LESS;
      default -> throw new IllegalArgumentException("no comparison: " + operator.symbol());
    };
  }
}
