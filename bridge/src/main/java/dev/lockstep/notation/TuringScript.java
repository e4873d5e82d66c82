package dev.lockstep.notation;

import dev.lockstep.grammar.turing.Move;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.turing.Act;
import dev.lockstep.turing.Tape;
import dev.lockstep.turing.TuringConfiguration;
import dev.lockstep.turing.TuringMachine;
import java.util.ArrayList;
import java.util.Collections;
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
    int end = notation.vocabulary().id("end");
    for (Tape tape : start.tapes()) {
      for (int symbol : tape.text().codePoints().toArray()) {
        question.add(new Placed(notation.symbol(symbol), notation.cell(), question.size() + 1L));
      }
      question.add(new Placed(end, notation.cell(), question.size() + 1L));
    }
    // A run begins as if a step had just led to the start state.
    this.before = new ArrayList<>(Collections.nCopies(notation.cell() - 1, end));
    before.add(notation.state(start.state()));
  }

  @Override
  public void look(Sight sight) {
    sight.clear();
    sight.ask(role());
    add(before, TuringNotation.BEFORE, sight);
    add(said, TuringNotation.NOW, sight);
    for (int i = 0; i < now.tapes().size(); i++) {
      Tape tape = now.tapes().get(i);
      int at = TuringNotation.CELLS * i;
      cell(tape.left().nearest(notation.blank()), at + TuringNotation.LEFT, sight);
      cell(tape.symbol(), at + TuringNotation.HERE, sight);
      cell(tape.right().nearest(notation.blank()), at + TuringNotation.RIGHT, sight);
    }
  }

  private static void add(List<Integer> tokens, int relation, Sight sight) {
    for (int i = 0; i < tokens.size(); i++) {
      sight.add(tokens.get(i), i, relation);
    }
  }

  private void cell(int symbol, int relation, Sight sight) {
    sight.add(notation.symbol(symbol), notation.cell(), relation);
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
        switch (notation.kind(role())) {
          case TuringNotation.MOVE -> 'g';
          case TuringNotation.STATE -> '@';
          default -> '\'';
        };
    if (word.charAt(0) != kind) {
      return new Heard.Garbled<>("no `" + word + "` at " + place());
    }
    said.add(token);
    return said.size() == notation.cell() ? step() : new Heard.More<>();
  }

  private Heard<Act> step() {
    List<Act.Stroke> strokes = new ArrayList<>();
    for (int tape = 0; tape < notation.tapes(); tape++) {
      strokes.add(
          new Act.Stroke(
              word(TuringNotation.WRITE, tape).codePointAt(1),
              Move.valueOf(word(TuringNotation.MOVE, tape).substring(3))));
    }
    Act act = new Act(strokes, word(TuringNotation.STATE, 0).substring(1));
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

  private String word(int kind, int tape) {
    return notation.vocabulary().word(said.get(kind * notation.tapes() + tape));
  }

  /// The machine's own words, which name the state and the symbols and nothing of the rules.
  private Fault stuck() {
    List<Integer> seen = now.tapes().stream().map(Tape::symbol).toList();
    return new Fault(
        TuringMachine.noRule(now.state(), seen).message(), Optional.empty(), Optional.empty());
  }

  @Override
  public TuringConfiguration configuration() {
    return now;
  }

  @Override
  public String place() {
    String what =
        switch (notation.kind(role())) {
          case TuringNotation.READ -> "symbol read";
          case TuringNotation.WRITE -> "symbol written";
          case TuringNotation.MOVE -> "move";
          default -> "next state";
        };
    boolean several = notation.tapes() > 1 && role() < notation.cell() - 1;
    String tape = several ? " on tape " + (role() % notation.tapes() + 1) : "";
    return "step " + (steps + 1) + ", " + what + tape;
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
