package dev.lockstep.marks;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.grammar.marks.MarksChecker;
import dev.lockstep.grammar.marks.MarksProgram;
import dev.lockstep.grammar.marks.MarksReader;
import dev.lockstep.grammar.marks.MarksStyle;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Value;
import dev.lockstep.turing.TapeLanguage;
import dev.lockstep.turing.TuringConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Wang's B-machine, the language of `.wang` files.
public final class WangLanguage extends TapeLanguage<MarksProgram> {
  @Override
  public String name() {
    return "wang";
  }

  @Override
  public String suffix() {
    return "wang";
  }

  @Override
  public String description() {
    return "Wang's B-machine: move, mark, jump on marks, never erase";
  }

  @Override
  public MarksProgram parse(Source source) {
    return MarksReader.read(source, false);
  }

  @Override
  public List<Diagnostic> warnings(MarksProgram program) {
    return MarksChecker.warnings(program);
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(new MarksStyle());
  }

  @Override
  public String print(MarksProgram program) {
    return program.print();
  }

  @Override
  public MarksProgram sample(RandomGenerator random, int size) {
    return MarksSampler.sample(random, size, false);
  }

  @Override
  protected TuringProgram machine(MarksProgram program) {
    return MarksMachines.of(program);
  }

  @Override
  protected Value answer(TuringConfiguration last) {
    return MarksMachines.answer(last);
  }
}
