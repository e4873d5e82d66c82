package dev.lockstep.marks;

import dev.lockstep.grammar.marks.Instruction;
import dev.lockstep.grammar.marks.MarksProgram;
import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Place;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.State;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.TuringConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Programs of marks as Turing machines: each instruction is a state. A marked cell holds 1; one
/// that is not marked holds 0 where the input says so or a mark was erased, and is blank elsewhere.
final class MarksMachines {
  private static final int BLANK = '_';
  private static final int UNMARKED = '0';
  private static final int MARKED = '1';
  private static final int[] SYMBOLS = {BLANK, UNMARKED, MARKED};
  private static final String OVER = "stop";

  private MarksMachines() {}

  static TuringProgram of(MarksProgram program) {
    List<Instruction> instructions = program.instructions();
    Map<String, Integer> targets = program.targets();
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < instructions.size(); i++) {
      for (int symbol : SYMBOLS) {
        rules.add(rule(instructions.get(i), i, symbol, instructions.size(), targets));
      }
    }
    return new TuringProgram(BLANK, state(0, instructions.size()), List.of(new State(OVER)), rules);
  }

  private static Rule rule(
      Instruction instruction, int number, int read, int count, Map<String, Integer> targets) {
    State here = state(number, count);
    State next = state(number + 1, count);
    Place place = instruction.place().span().map(Place::of).orElse(Place.NOWHERE);
    return switch (instruction) {
      case Instruction.Simple it ->
          switch (it.kind()) {
            case LEFT -> new Rule(here, read, read, Move.L, next, place);
            case RIGHT -> new Rule(here, read, read, Move.R, next, place);
            case MARK -> new Rule(here, read, MARKED, Move.N, next, place);
            case ERASE ->
                new Rule(here, read, read == BLANK ? BLANK : UNMARKED, Move.N, next, place);
            case STOP -> new Rule(here, read, read, Move.N, new State(OVER), place);
          };
      case Instruction.Jump it -> {
        boolean taken =
            switch (it.when()) {
              case ALWAYS -> true;
              case MARKED -> read == MARKED;
              case UNMARKED -> read != MARKED;
            };
        State target = state(targets.get(it.target().text()), count);
        yield new Rule(here, read, read, Move.N, taken ? target : next, place);
      }
    };
  }

  private static State state(int number, int count) {
    return new State(number == count ? OVER : "i" + number);
  }

  /// The cells from the first to the last that is marked, as 0 and 1.
  static Value answer(TuringConfiguration last) {
    String text = last.tape().text().replace((char) BLANK, (char) UNMARKED);
    return Value.of(text.replaceAll("^0+|0+$", ""));
  }
}
