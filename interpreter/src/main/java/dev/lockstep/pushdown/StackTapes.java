package dev.lockstep.pushdown;

import dev.lockstep.grammar.Glyphs;
import dev.lockstep.grammar.pushdown.Look;
import dev.lockstep.grammar.pushdown.PushdownProgram;
import dev.lockstep.grammar.pushdown.PushdownRule;
import dev.lockstep.grammar.pushdown.StateName;
import dev.lockstep.grammar.turing.Move;
import dev.lockstep.grammar.turing.Place;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.State;
import dev.lockstep.grammar.turing.TuringProgram;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A pushdown automaton as a Turing machine with a tape for the input and one for each stack, which
/// can be learned and certified: what the heads see is all that a step looks at.
///
/// The input's head stands on the next symbol. A stack grows to the left, its head on top; the
/// first stack's tape is the last, where the answer is. A rule takes a step, and one more for each
/// symbol that it pushes after the first. State `q` is `in-q`: whenever a run enters it, tapes and
/// heads are the automaton's configuration. Runs end in `accepted` or `rejected`.
///
/// The output is 1 or 0; of an automaton that answers with its stack it is the stack, and nothing
/// for what is not accepted.
public final class StackTapes {
  private static final State ACCEPTED = new State("accepted");
  private static final State REJECTED = new State("rejected");
  private static final State ACCEPT = new State("accept");
  private static final State REJECT = new State("reject");

  private final PushdownProgram program;
  private final int stacks;
  private final List<Integer> read; // and the blank, as what stands behind the input
  private final List<Integer> stacked; // and the blank, as what stands under a stack
  private final int blank;
  private final List<Rule> written = new ArrayList<>();

  private StackTapes(PushdownProgram program) {
    this.program = program;
    this.stacks = program.stacks();
    Set<Integer> symbols = new LinkedHashSet<>(program.inputSymbols());
    symbols.addAll(program.stackSymbols());
    this.blank = Glyphs.unused('_', symbols).next();
    this.read = with(program.inputSymbols(), blank);
    this.stacked = with(program.stackSymbols(), blank);
  }

  private static List<Integer> with(Collection<Integer> symbols, int blank) {
    List<Integer> all = new ArrayList<>(symbols);
    all.add(blank);
    return List.copyOf(all);
  }

  /// The machine.
  public static TuringProgram of(PushdownProgram program) {
    return new StackTapes(program).machine();
  }

  /// The state that stands for an automaton's.
  static State state(StateName name) {
    return new State("in-" + name.name());
  }

  private TuringProgram machine() {
    for (String name : program.states()) {
      StateName state = new StateName(name);
      List<PushdownRule> own =
          program.rules().stream().filter(rule -> rule.from().equals(state)).toList();
      for (List<Integer> heads : sights()) {
        own.stream()
            .filter(rule -> applies(rule, heads))
            .findFirst()
            .ifPresentOrElse(rule -> step(rule, heads), () -> stop(state, heads));
      }
    }
    program.rules().forEach(this::pushMore);
    clear(ACCEPT, ACCEPTED, '1');
    clear(REJECT, REJECTED, program.answersStack() ? blank : '0');
    State start = state(program.start());
    return new TuringProgram(blank, start, List.of(ACCEPTED, REJECTED), written, 1 + stacks)
        .reached();
  }

  /// Everything that the heads can see: of the input, the first stack, the second.
  private List<List<Integer>> sights() {
    List<List<Integer>> sights = read.stream().map(List::of).toList();
    for (int i = 0; i < stacks; i++) {
      sights =
          sights.stream().flatMap(heads -> stacked.stream().map(top -> with(heads, top))).toList();
    }
    return sights;
  }

  private boolean applies(PushdownRule rule, List<Integer> heads) {
    return fits(rule.read(), heads.getFirst())
        && IntStream.range(0, stacks).allMatch(i -> fits(rule.tops().get(i), heads.get(i + 1)));
  }

  private boolean fits(Look look, int symbol) {
    return switch (look) {
      case Look.Symbol(int wanted) -> symbol == wanted;
      case Look.Edge() -> symbol == blank;
      case Look.Anything() -> true;
    };
  }

  /// Reads, pops, and pushes what takes the place of a popped symbol.
  private void step(PushdownRule rule, List<Integer> heads) {
    List<Rule.Action> actions = new ArrayList<>();
    boolean reads = rule.read() instanceof Look.Symbol;
    int next = heads.getFirst();
    actions.add(new Rule.Action(next, next, reads ? Move.R : Move.N));
    for (int i = 0; i < stacks; i++) {
      int top = heads.get(i + 1);
      List<Integer> pushed = rule.pushes().get(i);
      Move move = left(rule, i) > 0 ? Move.L : Move.N;
      if (!(rule.tops().get(i) instanceof Look.Symbol)) {
        actions.add(new Rule.Action(top, top, move));
      } else if (pushed.isEmpty()) {
        actions.add(new Rule.Action(top, blank, Move.R));
      } else {
        actions.add(new Rule.Action(top, pushed.getLast(), move));
      }
    }
    write(state(rule.from()), actions, pushing(rule, 0));
  }

  /// How many symbols a rule still has to push on a stack after its first step.
  private static int left(PushdownRule rule, int stack) {
    int pushed = rule.pushes().get(stack).size();
    boolean replaces = rule.tops().get(stack) instanceof Look.Symbol;
    return replaces ? Math.max(0, pushed - 1) : pushed;
  }

  private int most(PushdownRule rule) {
    return IntStream.range(0, stacks).map(i -> left(rule, i)).max().orElseThrow();
  }

  /// The state after the first step of a rule and so many that push.
  private State pushing(PushdownRule rule, int done) {
    return done == most(rule)
        ? state(rule.to())
        : new State("push-" + (program.rules().indexOf(rule) + 1) + "-" + (done + 1));
  }

  /// Pushes the rest, all stacks at once, from the last symbol to the first.
  private void pushMore(PushdownRule rule) {
    for (int done = 0; done < most(rule); done++) {
      for (List<Integer> heads : sights()) {
        Optional<List<Rule.Action>> actions = pushes(rule, done, heads);
        State from = pushing(rule, done);
        State to = pushing(rule, done + 1);
        actions.ifPresent(it -> write(from, it, to));
      }
    }
  }

  /// What a pushing step does, or nothing where the heads cannot see this then: a head that pushes
  /// stands on a blank.
  private Optional<List<Rule.Action>> pushes(PushdownRule rule, int done, List<Integer> heads) {
    List<Rule.Action> actions = new ArrayList<>();
    actions.add(new Rule.Action(heads.getFirst(), heads.getFirst(), Move.N));
    for (int i = 0; i < stacks; i++) {
      int top = heads.get(i + 1);
      int left = left(rule, i) - done;
      if (left > 0 && top != blank) {
        return Optional.empty();
      }
      actions.add(
          left > 0
              ? new Rule.Action(
                  blank, rule.pushes().get(i).get(left - 1), left > 1 ? Move.L : Move.N)
              : new Rule.Action(top, top, Move.N));
    }
    return Optional.of(actions);
  }

  /// Where no rule applies.
  private void stop(StateName state, List<Integer> heads) {
    boolean accepted = heads.getFirst() == blank && program.accepting().contains(state);
    State answer = !accepted ? REJECT : program.answersStack() ? ACCEPTED : ACCEPT;
    write(state(state), staying(heads), answer);
  }

  private static List<Rule.Action> staying(List<Integer> heads) {
    return heads.stream().map(symbol -> new Rule.Action(symbol, symbol, Move.N)).toList();
  }

  /// Takes everything off the first stack and writes the answer.
  private void clear(State state, State halt, int answer) {
    for (List<Integer> heads : sights()) {
      List<Rule.Action> actions = new ArrayList<>(staying(heads));
      int top = heads.get(1);
      actions.set(
          1,
          top == blank
              ? new Rule.Action(blank, answer, Move.N)
              : new Rule.Action(top, blank, Move.R));
      write(state, actions, top == blank ? halt : state);
    }
  }

  /// Adds a rule; the first stack's action comes last.
  private void write(State from, List<Rule.Action> actions, State to) {
    List<Rule.Action> ordered = new ArrayList<>(actions);
    ordered.add(ordered.remove(1));
    written.add(new Rule(from, ordered, to, Place.NOWHERE));
  }
}
