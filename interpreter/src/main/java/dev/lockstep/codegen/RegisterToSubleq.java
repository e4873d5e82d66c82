package dev.lockstep.codegen;

import dev.lockstep.grammar.assembly.Assembler;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Expression;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.assembly.Item;
import dev.lockstep.grammar.assembly.Line;
import dev.lockstep.grammar.register.RegisterAssembly;
import dev.lockstep.grammar.register.RegisterOperation;
import dev.lockstep.grammar.subleq.Subleq;
import dev.lockstep.words.Listings;
import java.util.ArrayList;
import java.util.List;

/// The register machine to SUBLEQ, instruction by instruction: registers are cells, the memory
/// stands behind the program, cells that a register points at are reached by changing the
/// instruction that uses them.
///
/// A division by zero stops at `DIVISION_BY_ZERO`. What a program computes with the numbers of its
/// own instructions is lost; `jal` and `jr` go together. Addresses are not checked.
public final class RegisterToSubleq {
  public static final long DIVISION_BY_ZERO = -4;

  private static final long HALT = -1;
  private static final long RUN_OFF_THE_END = -5;
  private static final String MEMORY = "memory";

  private final Image image;
  private final Subtractions out = new Subtractions();
  private final Arithmetics arithmetics;

  private RegisterToSubleq(Image image) {
    this.image = image;
    this.arithmetics = new Arithmetics(out, image.word());
  }

  /// Throws `IllegalArgumentException` where the program has errors.
  public static AssemblyProgram compile(AssemblyProgram program) {
    Image image = Assembler.assemble(program, RegisterAssembly.DIALECT);
    return new AssemblyProgram(
        program.word(), program.text(), new RegisterToSubleq(image).compile());
  }

  private List<Line> compile() {
    for (Image.Coded it : image.code()) {
      out.label(label(it.address()));
      instruction(it);
    }
    out.label(label(image.code().size()));
    out.stop(RUN_OFF_THE_END);
    arithmetics.routines();
    for (int i = 1; i < RegisterAssembly.REGISTERS; i++) {
      out.cell(register(i), 0);
    }
    out.cell("nowhere", 0); // what is read into register 0
    out.cell("d", 0);
    out.cell("p", 0);
    List<Line> lines = new ArrayList<>(out.lines());
    Listings memory = new Listings();
    memory.label(MEMORY);
    memory.words(0);
    List<Line> words = memory.lines();
    lines.add(
        image.memory().isEmpty() ? words.getFirst() : new Line(words.getFirst().labels(), data()));
    return lines;
  }

  private Item data() {
    List<Item.Datum> data = new ArrayList<>();
    image.memory().forEach(it -> data.add(new Item.Datum.Value(Listings.number(it))));
    return new Item.Data(data);
  }

  private static String label(long instruction) {
    return "i" + instruction;
  }

  private static String register(int number) {
    return number == 0 ? Subtractions.ZERO : "r_" + number;
  }

  private void instruction(Image.Coded it) {
    RegisterOperation operation = RegisterOperation.of(it.name());
    switch (operation) {
      case SET -> write(it.register(0), to -> out.set(to, it.operand(1)));
      case ADD ->
          write(
              it.register(0),
              to -> {
                out.negate(register(it.register(1)), "d");
                out.subtract(register(it.register(2)), "d");
                out.negate("d", to);
              });
      case SUB ->
          write(
              it.register(0),
              to -> {
                out.negate(register(it.register(1)), "d");
                out.add(register(it.register(2)), "d");
                out.negate("d", to);
              });
      case MUL, DIV, REM -> {
        String result =
            arithmetics.call(operation, register(it.register(1)), register(it.register(2)));
        write(it.register(0), to -> out.copy(result, to));
      }
      case LOAD -> load(it);
      case STORE -> store(it);
      case BEQ, BNE -> {
        String target = label(it.operand(2));
        String next = label(it.address() + 1);
        boolean equal = operation == RegisterOperation.BEQ;
        difference(it.register(0), it.register(1));
        out.ifLostZero("d", equal ? target : next, equal ? next : target);
      }
      case BLT -> less(it);
      case JAL -> {
        write(it.register(0), to -> out.set(to, new Expression.Name(label(it.address() + 1))));
        out.jump(label(it.operand(1)));
      }
      case JR -> {
        String jump = out.fresh();
        point(register(it.register(0)), jump, 2);
        out.label(jump);
        out.stop(0);
      }
      case IN ->
          out.subtract(
              Listings.value(Subleq.PORT),
              Listings.name(it.register(0) == 0 ? "nowhere" : register(it.register(0))));
      case OUT ->
          out.subtract(Listings.name(register(it.register(0))), Listings.value(Subleq.PORT));
      case HALT -> out.stop(HALT);
    }
  }

  @FunctionalInterface
  private interface Write {
    void into(String cell);
  }

  /// Register 0 stays 0.
  private static void write(int register, Write write) {
    if (register != 0) {
      write.into(register(register));
    }
  }

  /// Operand `operand` of the instruction at `label` becomes the word in `cell`.
  private void point(String cell, String label, int operand) {
    var place = Subtractions.at(label, operand);
    out.subtract(place, place);
    out.add(cell, place);
  }

  /// `p` becomes the address of the cell that a register points at.
  private void address(Image.Coded it) {
    out.set(
        "p",
        new Expression.Binary(
            Expression.Operator.PLUS, new Expression.Name(MEMORY), Listings.number(it.operand(1))));
    out.add(register(it.register(2)), "p");
  }

  private void load(Image.Coded it) {
    address(it);
    String read = out.fresh();
    point("p", read, 0);
    out.clear("d");
    out.label(read);
    out.subtract(Listings.value(0), Listings.name("d"));
    write(it.register(0), to -> out.negate("d", to));
  }

  private void store(Image.Coded it) {
    address(it);
    String clear = out.fresh();
    String write = out.fresh();
    point("p", clear, 0);
    point("p", clear, 1);
    point("p", write, 1);
    out.negate(register(it.register(0)), "d");
    out.label(clear);
    out.subtract(Listings.value(0), Listings.value(0));
    out.label(write);
    out.subtract(Listings.name("d"), Listings.value(0));
  }

  /// `d` becomes the first register minus the second.
  private void difference(int a, int b) {
    out.negate(register(b), "d");
    out.add(register(a), "d");
  }

  /// Of two numbers with the same sign the difference cannot overflow.
  private void less(Image.Coded it) {
    String a = register(it.register(0));
    String b = register(it.register(1));
    String target = label(it.operand(2));
    String next = label(it.address() + 1);
    String below = out.fresh();
    String above = out.fresh();
    String same = out.fresh();
    out.ifNegative(a, below, above);
    out.label(below);
    out.ifNegative(b, same, target);
    out.label(above);
    out.ifNegative(b, next, same);
    out.label(same);
    difference(it.register(0), it.register(1));
    out.ifLostNegative("d", target, next);
  }
}
