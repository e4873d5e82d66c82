package dev.lockstep.grammar.register;

import dev.lockstep.grammar.assembly.Dialect;
import java.util.Arrays;

/// The assembler language of the register machine.
public final class RegisterAssembly {
  /// `r0`, which is always 0, to `r15`.
  public static final int REGISTERS = 16;

  public static final Dialect DIALECT =
      new Dialect(
          Arrays.stream(RegisterOperation.values()).map(RegisterOperation::operation).toList(),
          REGISTERS,
          false,
          0,
          false);

  private RegisterAssembly() {}
}
