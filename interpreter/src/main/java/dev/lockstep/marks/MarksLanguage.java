package dev.lockstep.marks;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.grammar.marks.MarksChecker;
import dev.lockstep.grammar.marks.MarksProblem;
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

/// Programs of marks on a tape, in one of two dialects.
abstract class MarksLanguage extends TapeLanguage<MarksProgram> {
  private final String name;
  private final String description;
  private final boolean erases;

  /// A dialect.
  ///
  /// @param name of the language, and the suffix of its files
  /// @param erases whether marks can be erased
  MarksLanguage(String name, String description, boolean erases) {
    this.name = name;
    this.description = description;
    this.erases = erases;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String suffix() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public MarksProgram parse(Source source) {
    return MarksReader.read(source, erases);
  }

  @Override
  public List<Diagnostic> warnings(MarksProgram program) {
    return MarksChecker.warnings(program);
  }

  @Override
  public List<Problem> problems() {
    return List.of(MarksProblem.values());
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
    return MarksSampler.sample(random, size, erases);
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
