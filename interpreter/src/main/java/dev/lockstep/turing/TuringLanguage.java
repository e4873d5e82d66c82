package dev.lockstep.turing;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.Symbol;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.grammar.turing.Rule;
import dev.lockstep.grammar.turing.TuringChecker;
import dev.lockstep.grammar.turing.TuringPrinter;
import dev.lockstep.grammar.turing.TuringProblem;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.grammar.turing.TuringReader;
import dev.lockstep.grammar.turing.TuringStyle;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Turing machines of one tape or several, the language of `.tm` files.
public final class TuringLanguage implements Language<TuringProgram, TuringConfiguration, Act> {

  @Override
  public String name() {
    return "turing";
  }

  @Override
  public String suffix() {
    return "tm";
  }

  @Override
  public String description() {
    return "Turing machines, one tape or several: a table of rules, or busy beavers as 1RB1LB_1LA1RZ";
  }

  @Override
  public TuringProgram parse(Source source) {
    return TuringReader.read(source);
  }

  @Override
  public List<Diagnostic> warnings(TuringProgram program) {
    return TuringChecker.warnings(program);
  }

  @Override
  public List<Problem> problems() {
    return List.of(TuringProblem.values());
  }

  /// The states, each where its first rule stands.
  @Override
  public List<Symbol> symbols(TuringProgram program) {
    Map<String, Symbol> states = new LinkedHashMap<>();
    for (Rule rule : program.rules()) {
      rule.from()
          .place()
          .span()
          .ifPresent(
              span ->
                  states.putIfAbsent(
                      rule.from().name(),
                      new Symbol(rule.from().name(), Symbol.Kind.STATE, "state", span, "")));
    }
    return List.copyOf(states.values());
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(new TuringStyle());
  }

  @Override
  public String print(TuringProgram program) {
    return TuringPrinter.print(program);
  }

  @Override
  public Machine<TuringConfiguration, Act> load(TuringProgram program) {
    return new TuringMachine(program);
  }

  @Override
  public Optional<Runner<Act>> runner(TuringProgram program) {
    return Optional.of(TuringEngine.of(program));
  }

  @Override
  public DeltaJson<Act> deltaJson() {
    return new ActJson();
  }

  /// A word for the first tape over the symbols other than the blank, at most `size` long: random,
  /// or the best of some random and changed words by how long it runs or whether it halts with an
  /// output.
  @Override
  public Value input(TuringProgram program, RandomGenerator random, int size) {
    return new TuringInputs(program, random, size).next();
  }

  @Override
  public TuringProgram sample(RandomGenerator random, int size) {
    return TuringSampler.sample(random, size);
  }

  @Override
  public Optional<Layout<TuringConfiguration, Act>> layout(TuringProgram program) {
    if (contents(program) > TuringLayout.MOST_CONTENTS) {
      return Optional.empty();
    }
    return Optional.of(program.tapes() == 1 ? new TuringLayout(program) : new HeadsLayout(program));
  }

  private static long contents(TuringProgram program) {
    return program.tapes() == 1 ? TuringLayout.contents(program) : HeadsLayout.contents(program);
  }

  /// Every machine has finite visible sets: of one tape a cell and its two neighbours, of several
  /// the state and the cells under the heads.
  @Override
  public Optional<Diagnostic> uncertifiable(TuringProgram program) {
    if (contents(program) <= TuringLayout.MOST_CONTENTS) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
            program.start().place().span().orElse(new Span(0, 0)),
            "too many local cases: %d symbols and %d states"
                .formatted(program.symbols().size(), program.states().size()),
            "Split the program into smaller machines."));
  }
}
