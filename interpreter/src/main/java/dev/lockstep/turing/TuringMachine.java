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

/// A one-tape Turing machine as a machine: a step takes constant time and shares the tape.
///
/// The input is a text of symbols other than the blank; the head starts on its first. After the
/// halt the output is the text between the first and the last symbol that is not blank.
public final class TuringMachine implements Machine<TuringConfiguration, Act> {
  private final RuleTable table;
  private final int blank;

  /// Throws `IllegalArgumentException` where the checker finds the program wrong.
  public TuringMachine(TuringProgram program) {
    this.table = new RuleTable(program);
    this.blank = program.blank();
  }

  @Override
  public TuringConfiguration start(Value input) {
    int[] symbols = TapeInput.symbols(input, table);
    return new TuringConfiguration(table.states().get(table.start()), Tape.of(blank, symbols));
  }

  @Override
  public Next<Act> next(TuringConfiguration configuration) {
    Tape tape = configuration.tape();
    int state = table.state(configuration.state());
    if (table.halts(state)) {
      return new Next.Halt<>();
    }
    return table
        .rule(state, table.symbol(tape.symbol()))
        .<Next<Act>>map(rule -> new Next.Do<>(act(rule), note(rule, tape.symbol(), tape.head())))
        .orElseGet(() -> new Next.Fail<>(noRule(configuration.state(), tape.symbol())));
  }

  static Act act(Rule rule) {
    return new Act(rule.write(), rule.move(), rule.to().name());
  }

  /// The note of a step of `rule`, which read `symbol` in the cell at coordinate `head`.
  static Note note(Rule rule, int symbol, long head) {
    Value read = Value.of(Symbols.text(symbol));
    return new Note(rule.place().span(), List.of(new Note.Read("tape[" + head + "]", read)));
  }

  /// The fault of a run that finds no rule. It names no place, so that whoever knows state and
  /// symbol, and not the program, can tell it too.
  static Fault noRule(String state, int symbol) {
    String written = Symbols.written(symbol);
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
    if (!table.isSymbol(act.write())) {
      throw new IllegalArgumentException(
          "the program has no symbol `" + Symbols.text(act.write()) + "`");
    }
    return new TuringConfiguration(act.state(), configuration.tape().act(act.write(), act.move()));
  }

  @Override
  public Optional<Value> output(TuringConfiguration configuration) {
    return table.halts(table.state(configuration.state()))
        ? Optional.of(Value.of(configuration.tape().text()))
        : Optional.empty();
  }

  @Override
  public List<Frame> frames(TuringConfiguration configuration) {
    SequencedMap<String, Value> shown = new LinkedHashMap<>();
    shown.put("state", Value.of(configuration.state()));
    shown.put("tape", Value.of(configuration.tape().toString()));
    shown.put("head", Value.of(configuration.tape().head()));
    return List.of(new Frame("machine", Optional.empty(), shown));
  }

  @Override
  public long cells(TuringConfiguration configuration) {
    return configuration.tape().cells();
  }
}
