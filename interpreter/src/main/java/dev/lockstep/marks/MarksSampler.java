package dev.lockstep.marks;

import dev.lockstep.grammar.Place;
import dev.lockstep.grammar.marks.Instruction;
import dev.lockstep.grammar.marks.MarksProgram;
import dev.lockstep.grammar.marks.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Random programs, to test with.
final class MarksSampler {
  private MarksSampler() {}

  /// At least one and about `size` instructions.
  static MarksProgram sample(RandomGenerator random, int size, boolean erasing) {
    int count = 1 + random.nextInt(Math.max(1, size));
    List<MarksProgram.Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          new MarksProgram.Line(
              List.of(new Name("a" + i)), Optional.of(instruction(random, count, erasing))));
    }
    lines.add(new MarksProgram.Line(List.of(new Name("end")), Optional.empty()));
    return new MarksProgram(lines);
  }

  private static Instruction instruction(RandomGenerator random, int count, boolean erasing) {
    Instruction.Kind kind =
        switch (random.nextInt(8)) {
          case 0, 1 -> Instruction.Kind.LEFT;
          case 2, 3 -> Instruction.Kind.RIGHT;
          case 4 -> Instruction.Kind.MARK;
          case 5 -> erasing ? Instruction.Kind.ERASE : Instruction.Kind.MARK;
          default -> Instruction.Kind.STOP;
        };
    if (kind != Instruction.Kind.STOP || random.nextInt(6) == 0) {
      return new Instruction.Simple(kind, Place.NOWHERE);
    }
    Instruction.When[] all = Instruction.When.values();
    Instruction.When when = erasing ? all[random.nextInt(all.length)] : Instruction.When.MARKED;
    int target = random.nextInt(count + 1);
    return new Instruction.Jump(
        new Name(target == count ? "end" : "a" + target), when, Place.NOWHERE);
  }
}
