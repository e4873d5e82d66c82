package dev.lockstep.words;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.assembly.Assembler;
import dev.lockstep.grammar.assembly.AssemblyPrinter;
import dev.lockstep.grammar.assembly.AssemblyProblem;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.AssemblyReader;
import dev.lockstep.grammar.assembly.AssemblyStyle;
import dev.lockstep.grammar.assembly.AssemblyWarnings;
import dev.lockstep.grammar.assembly.Dialect;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The assembler language of one processor, whose dialect and instructions its subclass names.
public abstract class WordLanguage
    implements Language<AssemblyProgram, WordConfiguration, WordDelta> {
  private final Dialect dialect;

  protected WordLanguage(Dialect dialect) {
    this.dialect = dialect;
  }

  protected abstract Processor processor(Image image);

  /// Whether `program` can read input at all, judged by its instructions as they stand.
  protected abstract boolean reads(Image image);

  /// What the dialect's grammar allows and the processor does not.
  protected List<Diagnostic> errors(AssemblyProgram program) {
    return List.of();
  }

  protected final Image image(AssemblyProgram program) {
    return Assembler.assemble(program, dialect);
  }

  protected final int registers() {
    return dialect.registers();
  }

  @Override
  public AssemblyProgram parse(Source source) {
    AssemblyProgram program = AssemblyReader.read(source, dialect);
    List<Diagnostic> errors = errors(program);
    if (!errors.isEmpty()) {
      throw new SourceErrors(source, errors);
    }
    return program;
  }

  @Override
  public List<Diagnostic> warnings(AssemblyProgram program) {
    return AssemblyWarnings.of(program, dialect);
  }

  @Override
  public List<Problem> problems() {
    return List.of(AssemblyProblem.values());
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(new AssemblyStyle());
  }

  @Override
  public String print(AssemblyProgram program) {
    return AssemblyPrinter.print(program);
  }

  @Override
  public Machine<WordConfiguration, WordDelta> load(AssemblyProgram program) {
    Image image = image(program);
    return new WordMachine(image, processor(image), registers());
  }

  @Override
  public Optional<Runner<WordDelta>> runner(AssemblyProgram program) {
    Image image = image(program);
    return Optional.of(new WordRunner(image, processor(image), registers()));
  }

  @Override
  public DeltaJson<WordDelta> deltaJson() {
    return new WordDeltaJson();
  }

  /// A list of at most `size` numbers, or a text: of some that are drawn, one that runs long and
  /// halts.
  @Override
  public Value input(AssemblyProgram program, RandomGenerator random, int size) {
    Image image = image(program);
    return new WordInputs(image, new WordRunner(image, processor(image), registers()), random, size)
        .next(reads(image));
  }

  /// A step may look at any cell of the memory.
  @Override
  public Optional<Diagnostic> uncertifiable(AssemblyProgram program) {
    Span first = image(program).code().getFirst().span().orElse(new Span(0, 0));
    return Optional.of(
        Diagnostic.error(
            first,
            "an instruction may work on any cell of the memory, so that a step depends on more than"
                + " a fixed neighbourhood",
            "Certify a Turing machine, or compare runs with `lockstep verify`."));
  }
}
