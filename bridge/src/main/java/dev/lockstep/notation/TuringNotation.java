package dev.lockstep.notation;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.TuringConfiguration;
import java.util.ArrayList;
import java.util.List;

/// The runs of a Turing machine in tokens: each step says the symbol read, the symbol written and
/// the move, for each tape in turn, and the next state. A run ends with `halt`, or with `stuck`
/// where there is no rule.
///
/// In sight of a token are the tokens of its step and of the step before, and the cells under and
/// beside the heads.
public final class TuringNotation implements Notation<TuringConfiguration, Act> {
  private final TuringProgram program;
  private final Machine<TuringConfiguration, Act> machine;
  private final Vocabulary vocabulary;
  private final Shape shape;

  // Kinds of what a token says. A step says the first three of them, each for every tape, and then
  // the state; the roles of its tokens are numbered in this order, and one more is a cell's.
  static final int READ = 0;
  static final int WRITE = 1;
  static final int MOVE = 2;
  static final int STATE = 3;

  // Relations: how a slot stands to the next token; the last three once more for each tape.
  static final int NOW = 0;
  static final int BEFORE = 1;
  static final int LEFT = 2;
  static final int HERE = 3;
  static final int RIGHT = 4;
  static final int CELLS = 3;

  /// @param machine asked for `apply` only
  public TuringNotation(TuringProgram program, Machine<TuringConfiguration, Act> machine) {
    this.program = program;
    this.machine = machine;
    List<String> words = new ArrayList<>(List.of("halt", "stuck", "end"));
    program.symbols().forEach(symbol -> words.add("'" + Symbols.text(symbol)));
    for (Move move : Move.values()) {
      words.add("go " + move);
    }
    program.states().forEach(state -> words.add("@" + state));
    vocabulary = new Vocabulary(words);
    int tapes = program.tapes();
    int said = 3 * tapes + 1;
    shape =
        new Shape(
            List.of(said),
            List.of(vocabulary.size(), said + 1, LEFT + CELLS * tapes),
            2 * said - 1 + CELLS * tapes);
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Script<TuringConfiguration, Act> begin(TuringConfiguration start) {
    return new TuringScript(this, machine, start);
  }

  @Override
  public List<Integer> spell(TuringConfiguration before, Next<Act> next, Note note) {
    return switch (next) {
      case Next.Halt<Act>() -> List.of(vocabulary.id("halt"));
      case Next.Fail<Act> _ -> List.of(vocabulary.id("stuck"));
      case Next.Garbled<Act>(String why) ->
          throw new IllegalArgumentException("no true step: " + why);
      case Next.Do<Act>(Act act, _) -> said(before, act);
    };
  }

  private List<Integer> said(TuringConfiguration before, Act act) {
    List<Integer> said = new ArrayList<>();
    before.tapes().forEach(tape -> said.add(symbol(tape.symbol())));
    act.strokes().forEach(stroke -> said.add(symbol(stroke.write())));
    act.strokes().forEach(stroke -> said.add(vocabulary.id("go " + stroke.move())));
    said.add(state(act.state()));
    return said;
  }

  @Override
  public Next<Act> project(TuringConfiguration before, Next<Act> next) {
    return next;
  }

  @Override
  public List<String> supplied() {
    return program.tapes() == 1
        ? List.of(
            "the order of what a step says: symbol read, symbol written, move, state",
            "the tape, and which of its cells are under and beside the head")
        : List.of(
            "the order of what a step says: symbols read, symbols written, moves, state",
            "the tapes, and which of their cells are under and beside the heads");
  }

  /// The role of a cell, which no token of a step has; as many tokens a step has.
  int cell() {
    return 3 * program.tapes() + 1;
  }

  /// What a token of this role says: `READ`, `WRITE`, `MOVE` or `STATE`.
  int kind(int role) {
    return role / program.tapes();
  }

  int tapes() {
    return program.tapes();
  }

  int symbol(int symbol) {
    return vocabulary.id("'" + Symbols.text(symbol));
  }

  int state(String name) {
    return vocabulary.id("@" + name);
  }

  int blank() {
    return program.blank();
  }
}
