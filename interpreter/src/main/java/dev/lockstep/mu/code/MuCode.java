package dev.lockstep.mu.code;

import dev.lockstep.grammar.Deep;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuLibrary;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A checked program as a list of instructions: what `MuMachine` runs and notations are derived
/// from.
public final class MuCode {
  private final MuProgram program;
  private final List<MuInstruction> instructions;
  private final Map<String, Integer> entries;
  private final Map<String, Integer> bodies;
  private final Map<String, MuFunction> functions;

  private MuCode(MuProgram program, List<MuFunction> linked) {
    Assembler.Assembled assembled = MuCompiler.compile(program, linked);
    this.program = program;
    this.instructions = assembled.instructions();
    this.entries = assembled.entries();
    this.bodies = assembled.bodies();
    this.functions = new LinkedHashMap<>();
    linked.forEach(function -> functions.put(function.name(), function));
  }

  /// The program's functions, with those of the library that they call.
  public static MuCode of(MuProgram program) {
    return Deep.call(() -> new MuCode(program, Linker.link(program, program.functions())));
  }

  /// The same with the program's tests as functions without parameters (`MuTest.asFunction`).
  public static MuCode withTests(MuProgram program) {
    List<MuFunction> own = new ArrayList<>(program.functions());
    program.tests().forEach(test -> own.add(test.asFunction()));
    return Deep.call(() -> new MuCode(program, Linker.link(program, own)));
  }

  public MuProgram program() {
    return program;
  }

  /// All functions: those of the program, then those of the library that they call.
  public List<MuFunction> functions() {
    return List.copyOf(functions.values());
  }

  /// Whether `function` is one of the library. Its instructions stand in no file of the program.
  public boolean inLibrary(String function) {
    return MuLibrary.function(function)
        .filter(it -> it.equals(functions.get(function)))
        .isPresent();
  }

  /// All instructions; an instruction's index is its site.
  public List<MuInstruction> instructions() {
    return instructions;
  }

  /// The instruction at `site`. Throws `IndexOutOfBoundsException` where there is none.
  public MuInstruction at(int site) {
    return instructions.get(site);
  }

  /// The site that calls of `function` begin at: its first `requires`, else its body.
  public int entry(String function) {
    return entries.get(known(function));
  }

  /// The site that the body of `function` begins at, behind its `requires`.
  public int body(String function) {
    return bodies.get(known(function));
  }

  /// The function of this name, of the program or of the library.
  public MuFunction function(String name) {
    return functions.get(known(name));
  }

  public List<MuParameter> parameters(String function) {
    return functions.get(known(function)).parameters();
  }

  private String known(String function) {
    if (!functions.containsKey(function)) {
      throw new IllegalArgumentException("no function " + function);
    }
    return function;
  }
}
