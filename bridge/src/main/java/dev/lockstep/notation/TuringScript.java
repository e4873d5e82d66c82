package dev.lockstep.notation;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.Tape;
import dev.lockstep.turing.TuringConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run of a Turing machine being written.
final class TuringScript implements Script<TuringConfiguration, Act> {
  private final TuringNotation notation;
  private final Machine<TuringConfiguration, Act> machine;
  private final List<Placed> question = new ArrayList<>();
  private TuringConfiguration now;
  private List<Integer> before;
  private List<Integer> said = new ArrayList<>();
  private long steps;

  TuringScript(
      TuringNotation notation,
      Machine<TuringConfiguration, Act> machine,
      TuringConfiguration start) {
    this.notation = notation;
    this.machine = machine;
    this.now = start;
    int[] symbols = start.tape().text().codePoints().toArray();
    for (int i = 0; i < symbols.length; i++) {
      question.add(new Placed(notation.symbol(symbols[i]), TuringNotation.CELL, i + 1L));
    }
    int end = notation.vocabulary().id("end");
    question.add(new Placed(end, TuringNotation.CELL, symbols.length + 1L));
    // A run begins as if a step had just led to the start state.
    this.before = List.of(end, end, end, notation.state(start.state()));
  }

  @Override
  public void look(Sight sight) {
    sight.clear();
    sight.ask(role());
    add(before, TuringNotation.BEFORE, sight);
    add(said, TuringNotation.NOW, sight);
    Tape tape = now.tape();
    cell(tape.left().nearest(notation.blank()), TuringNotation.LEFT, sight);
    cell(tape.symbol(), TuringNotation.HERE, sight);
    cell(tape.right().nearest(notation.blank()), TuringNotation.RIGHT, sight);
  }

  private static void add(List<Integer> tokens, int relation, Sight sight) {
    for (int i = 0; i < tokens.size(); i++) {
      sight.add(tokens.get(i), i, relation);
    }
  }

  private void cell(int symbol, int relation, Sight sight) {
    sight.add(notation.symbol(symbol), TuringNotation.CELL, relation);
  }

  @Override
  public Heard<Act> accept(int token) {
    String word = notation.vocabulary().word(token);
    if (said.isEmpty() && word.equals("halt")) {
      return new Heard.Step<>(new Next.Halt<>());
    }
    if (said.isEmpty() && word.equals("stuck")) {
      return new Heard.Step<>(new Next.Fail<>(stuck()));
    }
    char kind =
        switch (role()) {
          case TuringNotation.MOVE -> 'g';
          case TuringNotation.STATE -> '@';
          default -> '\'';
        };
    if (word.charAt(0) != kind) {
      return new Heard.Garbled<>("no `" + word + "` at " + place());
    }
    said.add(token);
    return said.size() == TuringNotation.CELL ? step() : new Heard.More<>();
  }

  private Heard<Act> step() {
    Act act =
        new Act(
            word(TuringNotation.WRITE).codePointAt(1),
            Move.valueOf(word(TuringNotation.MOVE).substring(3)),
            word(TuringNotation.STATE).substring(1));
    TuringConfiguration after;
    try {
      after = machine.apply(now, act);
    } catch (IllegalArgumentException e) {
      return new Heard.Garbled<>(e.getMessage());
    }
    now = after;
    before = said;
    said = new ArrayList<>();
    steps++;
    return new Heard.Step<>(new Next.Do<>(act));
  }

  private String word(int role) {
    return notation.vocabulary().word(said.get(role));
  }

  /// The machine's own words, which name the state and the symbol and nothing of the rules.
  private Fault stuck() {
    String symbol = Symbols.written(now.tape().symbol());
    return new Fault(
        "no rule for state `" + now.state() + "` on `" + symbol + "`",
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public TuringConfiguration configuration() {
    return now;
  }

  @Override
  public String place() {
    String what =
        switch (role()) {
          case TuringNotation.READ -> "symbol read";
          case TuringNotation.WRITE -> "symbol written";
          case TuringNotation.MOVE -> "move";
          default -> "next state";
        };
    return "step " + (steps + 1) + ", " + what;
  }

  @Override
  public List<Placed> question() {
    return List.copyOf(question);
  }

  @Override
  public int role() {
    return said.size();
  }

  @Override
  public long coordinate() {
    return steps;
  }
}
