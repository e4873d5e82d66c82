package dev.lockstep.cellular;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.cellular.CellularPrinter;
import dev.lockstep.grammar.cellular.CellularProblem;
import dev.lockstep.grammar.cellular.CellularProgram;
import dev.lockstep.grammar.cellular.CellularReader;
import dev.lockstep.grammar.cellular.CellularStyle;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Cellular automata, the language of `.ca` files.
public final class CellularLanguage
    implements Language<CellularProgram, CellularConfiguration, Flips> {

  @Override
  public String name() {
    return "cellular";
  }

  @Override
  public String suffix() {
    return "ca";
  }

  @Override
  public String description() {
    return "cellular automata of two states: rules by number on rows, B3/S23 on planes";
  }

  @Override
  public CellularProgram parse(Source source) {
    return CellularReader.read(source);
  }

  @Override
  public List<Diagnostic> warnings(CellularProgram program) {
    return List.of();
  }

  @Override
  public List<Problem> problems() {
    return List.of(CellularProblem.values());
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(new CellularStyle());
  }

  @Override
  public String print(CellularProgram program) {
    return CellularPrinter.print(program);
  }

  @Override
  public Machine<CellularConfiguration, Flips> load(CellularProgram program) {
    return new CellularMachine(program);
  }

  @Override
  public Optional<Runner<Flips>> runner(CellularProgram program) {
    return Optional.of(new CellularRunner(program));
  }

  @Override
  public DeltaJson<Flips> deltaJson() {
    return new FlipsJson();
  }

  @Override
  public Value input(CellularProgram program, RandomGenerator random, int size) {
    return CellularSampler.input(program, random, size);
  }

  /// The programs are all of the same length.
  @Override
  public CellularProgram sample(RandomGenerator random, int size) {
    return CellularSampler.sample(random);
  }

  @Override
  public Optional<Layout<CellularConfiguration, Flips>> layout(CellularProgram program) {
    return Optional.of(new CellularLayout(program));
  }

  @Override
  public Optional<Diagnostic> uncertifiable(CellularProgram program) {
    return Optional.empty();
  }
}
