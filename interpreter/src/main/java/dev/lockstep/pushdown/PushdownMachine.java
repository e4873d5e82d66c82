package dev.lockstep.pushdown;

import dev.lockstep.grammar.pushdown.Look;
import dev.lockstep.grammar.pushdown.PushdownProgram;
import dev.lockstep.grammar.pushdown.PushdownRule;
import dev.lockstep.grammar.pushdown.StateName;
import dev.lockstep.grammar.turing.Symbols;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.turing.HalfTape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// A pushdown automaton as a machine: a step is a rule. A run halts where no rule applies.
///
/// The input is a text over the symbols that rules read. It is accepted if all of it was read and
/// the state is an accepting one; the answer says so, or is the first stack (see
/// `PushdownProgram`), and nothing for what is not accepted.
public final class PushdownMachine implements Machine<PushdownConfiguration, Shift> {
  private final PushdownProgram program;
  private final RuleIndex rules;
  private final Set<String> states;
  private final Set<Integer> symbols;
  private final Set<String> accepting;

  public PushdownMachine(PushdownProgram program) {
    this.program = program;
    this.rules = new RuleIndex(program.rules());
    this.states = program.states();
    this.symbols = program.inputSymbols();
    this.accepting = program.accepting().stream().map(StateName::name).collect(Collectors.toSet());
  }

  @Override
  public PushdownConfiguration start(Value input) {
    if (!(input instanceof Value.Text(String text))) {
      throw new InputError("expected a text, found `" + ValueJson.print(input) + "`");
    }
    int[] word = text.codePoints().toArray();
    for (int i = 0; i < word.length; i++) {
      if (!symbols.contains(word[i])) {
        throw new InputError(
            "no rule reads `%s`, found at position %d".formatted(Symbols.text(word[i]), i + 1));
      }
    }
    return new PushdownConfiguration(
        program.start().name(),
        PushdownConfiguration.word(word),
        Collections.nCopies(program.stacks(), HalfTape.EMPTY));
  }

  @Override
  public Next<Shift> next(PushdownConfiguration now) {
    return rules
        .of(now)
        .<Next<Shift>>map(
            rule -> new Next.Do<>(shift(rule), new Note(rule.place().span(), seen(rule, now))))
        .orElseGet(Next.Halt::new);
  }

  private static Shift shift(PushdownRule rule) {
    List<Shift.Change> changes = new ArrayList<>();
    for (int i = 0; i < rule.stacks(); i++) {
      String pushed =
          rule.pushes().get(i).stream().map(Character::toString).collect(Collectors.joining());
      changes.add(Shift.Change.of(symbol(rule.tops().get(i)), pushed));
    }
    return new Shift(symbol(rule.read()), changes, rule.to().name());
  }

  private static String symbol(Look look) {
    return look instanceof Look.Symbol(int codePoint) ? Symbols.text(codePoint) : "";
  }

  private static List<Note.Read> seen(PushdownRule rule, PushdownConfiguration now) {
    List<Note.Read> reads = new ArrayList<>();
    see(reads, "input", rule.read(), now.next());
    for (int i = 0; i < rule.stacks(); i++) {
      see(reads, name(i, rule.stacks()), rule.tops().get(i), now.top(i));
    }
    return reads;
  }

  private static void see(List<Note.Read> reads, String place, Look look, int symbol) {
    if (!(look instanceof Look.Anything)) {
      String text = symbol == PushdownConfiguration.NOTHING ? "" : Symbols.text(symbol);
      reads.add(new Note.Read(place, Value.of(text)));
    }
  }

  private static String name(int stack, int stacks) {
    return stacks == 1 ? "stack" : "stack " + (stack + 1);
  }

  @Override
  public PushdownConfiguration apply(PushdownConfiguration now, Shift shift) {
    if (!states.contains(shift.state())) {
      throw new IllegalArgumentException("the program has no state `" + shift.state() + "`");
    }
    if (shift.changes().size() != now.stacks().size()) {
      throw new IllegalArgumentException("a step for " + shift.changes().size() + " stacks");
    }
    require(shift.read(), now.next(), "the input goes on with");
    for (int i = 0; i < now.stacks().size(); i++) {
      require(shift.changes().get(i).pop(), now.top(i), name(i, now.stacks().size()) + " holds");
    }
    return now.after(shift);
  }

  private static void require(String claimed, int symbol, String where) {
    String there = symbol == PushdownConfiguration.NOTHING ? "" : Symbols.text(symbol);
    if (!claimed.isEmpty() && !claimed.equals(there)) {
      throw new IllegalArgumentException(
          "%s `%s`, not `%s`".formatted(where, there.isEmpty() ? "nothing" : there, claimed));
    }
  }

  @Override
  public Optional<Value> output(PushdownConfiguration now) {
    if (rules.of(now).isPresent()) {
      return Optional.empty();
    }
    boolean accepted = now.input().length() == 0 && accepting.contains(now.state());
    if (!program.answersStack()) {
      return Optional.of(new Value.Bool(accepted));
    }
    return Optional.of(
        accepted ? Value.of(now.stacks().getFirst().toString()) : new Value.Nothing());
  }

  @Override
  public List<Frame> frames(PushdownConfiguration now) {
    SequencedMap<String, Value> shown = new LinkedHashMap<>();
    shown.put("state", Value.of(now.state()));
    shown.put("input", Value.of(now.input().toString()));
    for (int i = 0; i < now.stacks().size(); i++) {
      shown.put(name(i, now.stacks().size()), Value.of(now.stacks().get(i).toString()));
    }
    return List.of(new Frame("machine", Optional.empty(), shown));
  }

  /// What is left of the input, and the symbols on the stacks.
  @Override
  public long cells(PushdownConfiguration now) {
    return now.cells();
  }
}
