package dev.lockstep.turing;

import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A Turing machine as a machine: a step takes constant time and shares the tapes.
///
/// The input is a text of symbols other than the blank on the first tape, and the head starts on
/// its first; `TapeInput` knows other forms. After the halt the output is the text of the last tape
/// between the first and the last symbol that is not blank.
public final class TuringMachine implements Machine<TuringConfiguration, Act> {
  private final RuleTable table;
  private final int blank;
  private final Act[] acts; // by number of the rule

  /// Throws `IllegalArgumentException` where the checker finds the program wrong.
  public TuringMachine(TuringProgram program) {
    this.table = new RuleTable(program);
    this.blank = program.blank();
    this.acts = program.rules().stream().map(TuringMachine::act).toArray(Act[]::new);
  }

  @Override
  public TuringConfiguration start(Value input) {
    List<Tape> tapes =
        TapeInput.of(input, table).stream()
            .map(it -> Tape.of(blank, it.symbols(), 0, it.head()))
            .toList();
    return new TuringConfiguration(table.states().get(table.start()), tapes);
  }

  @Override
  public Next<Act> next(TuringConfiguration configuration) {
    int state = table.state(configuration.state());
    if (table.halts(state)) {
      return new Next.Halt<>();
    }
    int number = table.number(state, table.seen(configuration.tapes()));
    return number == RuleTable.NONE
        ? new Next.Fail<>(noRule(configuration.state(), configuration.seen()))
        : new Next.Do<>(acts[number], note(table.rule(number), heads(configuration.tapes())));
  }

  static Act act(Rule rule) {
    return new Act(
        rule.actions().stream().map(it -> new Act.Stroke(it.write(), it.move())).toList(),
        rule.to().name());
  }

  private static long[] heads(List<Tape> tapes) {
    long[] heads = new long[tapes.size()];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = tapes.get(i).head();
    }
    return heads;
  }

  /// The note of a step of `rule` with the heads at these coordinates.
  static Note note(Rule rule, long... heads) {
    if (heads.length == 1) {
      Value read = Value.of(Symbols.text(rule.read()));
      return new Note(rule.place().span(), List.of(new Note.Read("tape[" + heads[0] + "]", read)));
    }
    Note.Read[] reads = new Note.Read[heads.length];
    for (int i = 0; i < reads.length; i++) {
      Value read = Value.of(Symbols.text(rule.actions().get(i).read()));
      reads[i] = new Note.Read("tape" + (i + 1) + "[" + heads[i] + "]", read);
    }
    return new Note(rule.place().span(), List.of(reads));
  }

  /// The fault of a run that finds no rule. It names no place, so that whoever knows the state and
  /// what the heads see, and not the program, can tell it too.
  public static Fault noRule(String state, List<Integer> seen) {
    String written = Symbols.written(seen);
    return new Fault(
        "no rule for state `" + state + "` on `" + written + "`",
        Optional.empty(),
        Optional.of("Add a rule `" + state + ": " + written + " -> …`."));
  }

  @Override
  public TuringConfiguration apply(TuringConfiguration configuration, Act act) {
    if (table.halts(table.state(configuration.state()))) {
      throw new IllegalArgumentException(
          "`" + act + "` after the halt in state `" + configuration.state() + "`");
    }
    if (!table.isState(act.state())) {
      throw new IllegalArgumentException("the program has no state `" + act.state() + "`");
    }
    if (act.strokes().size() != table.tapes()) {
      throw new IllegalArgumentException(
          "`%s` changes %d tapes of %d".formatted(act, act.strokes().size(), table.tapes()));
    }
    Tape[] tapes = new Tape[table.tapes()];
    for (int i = 0; i < tapes.length; i++) {
      Act.Stroke stroke = act.strokes().get(i);
      if (!table.isSymbol(stroke.write())) {
        throw new IllegalArgumentException(
            "the program has no symbol `" + Symbols.text(stroke.write()) + "`");
      }
      tapes[i] = configuration.tapes().get(i).act(stroke.write(), stroke.move());
    }
    return new TuringConfiguration(act.state(), List.of(tapes));
  }

  @Override
  public Optional<Value> output(TuringConfiguration configuration) {
    return table.halts(table.state(configuration.state()))
        ? Optional.of(Value.of(configuration.tapes().getLast().text()))
        : Optional.empty();
  }

  @Override
  public List<Frame> frames(TuringConfiguration configuration) {
    SequencedMap<String, Value> shown = new LinkedHashMap<>();
    shown.put("state", Value.of(configuration.state()));
    for (int i = 0; i < configuration.tapes().size(); i++) {
      Tape tape = configuration.tapes().get(i);
      String number = configuration.tapes().size() == 1 ? "" : " " + (i + 1);
      shown.put("tape" + number, Value.of(tape.toString()));
      shown.put("head" + number, Value.of(tape.head()));
    }
    return List.of(new Frame("machine", Optional.empty(), shown));
  }

  @Override
  public long cells(TuringConfiguration configuration) {
    long cells = 0;
    for (Tape tape : configuration.tapes()) {
      cells += tape.cells();
    }
    return cells;
  }
}
