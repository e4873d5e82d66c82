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

/// The Post–Turing machine, the language of `.post` files.
public final class PostLanguage extends TapeLanguage<MarksProgram> {
  @Override
  public String name() {
    return "post";
  }

  @Override
  public String suffix() {
    return "post";
  }

  @Override
  public String description() {
    return "the Post–Turing machine: move, mark, erase, jump";
  }

  @Override
  public MarksProgram parse(Source source) {
    return MarksReader.read(source, true);
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
    return MarksSampler.sample(random, size, true);
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
