package dev.lockstep.mu;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.SourceErrors;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.Symbol;
import dev.lockstep.grammar.format.Style;
import dev.lockstep.grammar.mu.MuChecker;
import dev.lockstep.grammar.mu.MuFunction;
import dev.lockstep.grammar.mu.MuImports;
import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuPrinter;
import dev.lockstep.grammar.mu.MuProblem;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.MuReader;
import dev.lockstep.grammar.mu.MuStyle;
import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.ProgramTests;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.machine.MuDelta;
import dev.lockstep.mu.machine.MuDeltaJson;
import dev.lockstep.mu.machine.MuMachine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Mu, the mini language.
public final class MuLanguage implements Language<MuProgram, MuConfiguration, MuDelta> {
  @Override
  public String name() {
    return "mu";
  }

  @Override
  public String suffix() {
    return "mu";
  }

  @Override
  public String description() {
    return "a small imperative language: ints of any length, texts, lists, maps, records, contracts";
  }

  @Override
  public Source read(Path file) {
    return MuImports.read(file);
  }

  @Override
  public Optional<ProgramTests<MuConfiguration, MuDelta>> tests(MuProgram program) {
    MuMachine machine = new MuMachine(MuCode.withTests(program));
    List<ProgramTests.Case<MuConfiguration>> cases =
        program.tests().stream()
            .map(
                test ->
                    new ProgramTests.Case<>(
                        test.name(),
                        test.place().span(),
                        machine.entered(test.asFunction().name())))
            .toList();
    return Optional.of(new ProgramTests<>(machine, cases));
  }

  @Override
  public MuProgram parse(Source source) {
    MuProgram program = MuReader.read(source);
    List<Diagnostic> errors =
        MuChecker.check(program).stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      throw new SourceErrors(source, errors);
    }
    return program;
  }

  @Override
  public List<Diagnostic> warnings(MuProgram program) {
    return MuChecker.check(program).stream().filter(it -> !it.isError()).toList();
  }

  /// A file of tests needs no `main`, but then only `lockstep test` can run it.
  @Override
  public Optional<Diagnostic> unrunnable(MuProgram program) {
    return MuChecker.noMain(program);
  }

  @Override
  public List<Problem> problems() {
    return List.of(MuProblem.values());
  }

  @Override
  public List<Symbol> symbols(MuProgram program) {
    return MuChecker.symbols(program);
  }

  @Override
  public Optional<Style> style() {
    return Optional.of(new MuStyle());
  }

  @Override
  public String print(MuProgram program) {
    return MuPrinter.print(program);
  }

  @Override
  public Machine<MuConfiguration, MuDelta> load(MuProgram program) {
    return new MuMachine(MuCode.of(program));
  }

  @Override
  public Optional<Runner<MuDelta>> runner(MuProgram program) {
    return Optional.of(new MuRunner(new MuMachine(MuCode.of(program))));
  }

  @Override
  public DeltaJson<MuDelta> deltaJson() {
    return new MuDeltaJson();
  }

  @Override
  public Value input(MuProgram program, RandomGenerator random, int size) {
    return new MuInputs(program, random, size).input();
  }

  @Override
  public MuProgram sample(RandomGenerator random, int size) {
    return MuSampler.sample(random, size);
  }

  @Override
  public Optional<Diagnostic> uncertifiable(MuProgram program) {
    return Optional.of(
        program.functions().stream()
            .flatMap(function -> function.parameters().stream())
            .filter(parameter -> !(parameter.type() instanceof MuType.Bool))
            .findFirst()
            .map(MuLanguage::unbounded)
            .orElseGet(() -> unbounded(program.main())));
  }

  private static Diagnostic unbounded(MuParameter parameter) {
    String reason =
        switch (parameter.type()) {
          case MuType.Int() -> "`int` is unbounded";
          case MuType.Bool() -> "`bool` is not in the certified fragment";
          case MuType.ListOf _ -> "a list may have any length";
          case MuType.Extended type -> "`" + type.print() + "` is not in the certified fragment";
        };
    return uncertifiable(parameter.place().span(), reason);
  }

  private static Diagnostic unbounded(MuFunction main) {
    return uncertifiable(main.place().span(), "calls may nest to any depth");
  }

  private static Diagnostic uncertifiable(Span span, String reason) {
    return Diagnostic.error(
        span,
        reason + " here, so the visible sets of this program are not finite",
        "Use `verify`, which holds a network to the interpreter on runs.");
  }
}
