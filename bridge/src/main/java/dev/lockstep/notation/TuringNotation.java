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

/// The runs of a Turing machine in tokens: each step says the symbol read, the symbol written, the
/// move and the next state. A run ends with `halt`, or with `stuck` where there is no rule.
///
/// In sight of a token are the tokens of its step and of the step before, and the cells under and
/// beside the head.
public final class TuringNotation implements Notation<TuringConfiguration, Act> {
  private final TuringProgram program;
  private final Machine<TuringConfiguration, Act> machine;
  private final Vocabulary vocabulary;
  private final Shape shape;

  // Roles: what a token says; a step says the first four in this order.
  static final int READ = 0;
  static final int WRITE = 1;
  static final int MOVE = 2;
  static final int STATE = 3;
  static final int CELL = 4;
  static final int ROLES = 5;

  // Relations: how a slot stands to the next token.
  static final int NOW = 0;
  static final int BEFORE = 1;
  static final int LEFT = 2;
  static final int HERE = 3;
  static final int RIGHT = 4;
  static final int RELATIONS = 5;

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
    shape = new Shape(List.of(CELL), List.of(vocabulary.size(), ROLES, RELATIONS), 10);
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
      case Next.Do<Act>(Act act, _) ->
          List.of(
              symbol(before.tape().symbol()),
              symbol(act.write()),
              vocabulary.id("go " + act.move()),
              state(act.state()));
    };
  }

  @Override
  public Next<Act> project(TuringConfiguration before, Next<Act> next) {
    return next;
  }

  @Override
  public List<String> supplied() {
    return List.of(
        "the order of what a step says: symbol read, symbol written, move, state",
        "the tape, and which of its cells are under and beside the head");
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
