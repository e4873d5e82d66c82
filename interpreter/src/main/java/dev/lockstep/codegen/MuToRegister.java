package dev.lockstep.codegen;

import static dev.lockstep.grammar.register.RegisterOperation.HALT;
import static dev.lockstep.grammar.register.RegisterOperation.IN;
import static dev.lockstep.grammar.register.RegisterOperation.JAL;
import static dev.lockstep.grammar.register.RegisterOperation.OUT;
import static dev.lockstep.grammar.register.RegisterOperation.SET;
import static dev.lockstep.grammar.register.RegisterOperation.STORE;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Item;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuProgram;
import java.util.List;

/// A subset of Mu (`Subset`) to the register machine: ints are words, and wrap around; a bool is 1
/// or 0.
///
/// The parameters of `main` are read from the input in order, what is printed and then the result
/// are written to the output. Where Mu has a fault the program jumps to an instruction below 0:
/// `FAILED_ASSERT`, `FAILED_REQUIRES`; a division by zero is the machine's own fault.
///
/// Frames of calls stand one behind the other from the label `stack` on, register 14 points at the
/// running one. Its first cell holds where to return to, then come parameters, variables and
/// temporaries.
public final class MuToRegister {
  public static final long FAILED_ASSERT = -2;
  public static final long FAILED_REQUIRES = -3;

  private MuToRegister() {}

  /// Throws `SourceErrors` with everything that is outside the subset.
  public static AssemblyProgram compile(MuProgram program, Source source, Word word) {
    return Deep.call(
        () -> {
          List<Diagnostic> errors = Subset.errors(program, word);
          if (!errors.isEmpty()) {
            throw new SourceErrors(source, errors);
          }
          return compile(program, word);
        });
  }

  private static AssemblyProgram compile(MuProgram program, Word word) {
    Code code = new Code();
    MuFunction main = program.main();
    code.add(SET, Code.FRAME, "stack");
    for (int i = 0; i < main.parameters().size(); i++) {
      code.add(IN, 1);
      code.addIndexed(STORE, 1, 1 + i, Code.FRAME);
    }
    code.jump(JAL, Code.RETURN, FunctionCompiler.label(main.name()));
    if (main.result().isPresent()) {
      code.add(OUT, 1);
    }
    code.add(HALT);
    for (MuFunction function : program.functions()) {
      int cells = new FunctionCompiler(code.draft(), function, 0).compile();
      new FunctionCompiler(code, function, cells).compile();
    }
    code.label("stack");
    code.item(new Item.Space(Code.number(1)));
    return new AssemblyProgram(word, false, code.lines());
  }
}
