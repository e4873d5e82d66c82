package dev.lockstep.pushdown;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.grammar.pushdown.PushdownChecker;
import dev.lockstep.grammar.pushdown.PushdownProblem;
import dev.lockstep.grammar.pushdown.PushdownProgram;
import dev.lockstep.grammar.pushdown.PushdownReader;
import dev.lockstep.grammar.pushdown.PushdownStyle;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Value;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Deterministic pushdown automata with a number of stacks.
abstract class PushdownLanguage implements Language<PushdownProgram, PushdownConfiguration, Shift> {
  private final int stacks;

  PushdownLanguage(int stacks) {
    this.stacks = stacks;
  }

  @Override
  public PushdownProgram parse(Source source) {
    return PushdownReader.read(source, stacks);
  }

  @Override
  public List<Diagnostic> warnings(PushdownProgram program) {
    return PushdownChecker.warnings(program);
  }

  @Override
  public List<Problem> problems() {
    return List.of(PushdownProblem.values());
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(new PushdownStyle());
  }

  @Override
  public String print(PushdownProgram program) {
    return program.print();
  }

  @Override
  public Machine<PushdownConfiguration, Shift> load(PushdownProgram program) {
    return new PushdownMachine(program);
  }

  @Override
  public DeltaJson<Shift> deltaJson() {
    return new ShiftJson(stacks);
  }

  @Override
  public Value input(PushdownProgram program, RandomGenerator random, int size) {
    return new PushdownInputs(program, random).next(size);
  }

  @Override
  public PushdownProgram sample(RandomGenerator random, int size) {
    return PushdownSampler.sample(random, stacks, size);
  }

  /// The next symbol and the tops of the stacks stand in no neighbourhood of each other.
  @Override
  public Optional<Diagnostic> uncertifiable(PushdownProgram program) {
    return Optional.of(
        Diagnostic.error(
            program.rules().getFirst().place().spanOrStart(),
            "no finite visible sets: a step looks at the input and at the top of a stack at once",
            "Compile it to a Turing machine with a tape for each (`lockstep compile --to turing`), or"
                + " learn it as a scratchpad and verify runs."));
  }
}
