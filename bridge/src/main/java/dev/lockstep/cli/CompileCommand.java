package dev.lockstep.cli;

import dev.lockstep.codegen.MuToRegister;
import dev.lockstep.codegen.RegisterToSubleq;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.assembly.AssemblyPrinter;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.markov.MarkovProgram;
import dev.lockstep.grammar.pushdown.PushdownProgram;
import dev.lockstep.grammar.tag.TagPrinter;
import dev.lockstep.grammar.tag.TagProgram;
import dev.lockstep.grammar.turing.TuringPrinter;
import dev.lockstep.grammar.turing.TuringProgram;
import dev.lockstep.machine.Languages;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.markov.ScanningMachine;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.pushdown.StackTapes;
import dev.lockstep.register.RegisterLanguage;
import dev.lockstep.subleq.SubleqLanguage;
import dev.lockstep.tag.LagSystem;
import dev.lockstep.tag.TagConfiguration;
import dev.lockstep.tag.UniversalTape;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.turing.TuringLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep compile`: a program in the language of a smaller machine.
@Command(
    name = "compile",
    description = {
      "Writes a program for a smaller machine that does the same: Mu for the register machine or"
          + " SUBLEQ, the register machine for SUBLEQ, a Turing machine for a lag system, a Markov"
          + " algorithm, a pushdown automaton or a two-stack machine for a Turing machine, and a"
          + " bi-tag system as the tape on which the universal machine U(15,2) runs it.",
      "Of Mu, ints (as words, which wrap around), bools, functions and loops are compiled, lists are"
          + " not."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep compile gcd.mu --to register -o gcd.rm",
      "  lockstep compile gcd.mu --to subleq --width 64 -o gcd.sq",
      "  lockstep run gcd.sq --input '[1071, 462]'",
      "  lockstep compile increment.tm --to lag -o increment.tag",
      "  lockstep compile sort.markov --to turing -o sort.tm",
      "  lockstep compile brackets.dpda --to turing -o brackets.tm",
      "  lockstep compile bi-tag.tag --to u15 --input '\"e a b a\"' -o tape.json",
      "  lockstep run universal-15-2.tm --input @tape.json"
    })
final class CompileCommand implements LockstepCommand {
  /// The machines to compile to.
  enum Target {
    REGISTER,
    SUBLEQ,
    LAG,
    TURING,
    U15
  }

  @Parameters(
      paramLabel = "FILE",
      description =
          "A program in Mu, for the register machine, a Turing machine, a Markov algorithm, a"
              + " pushdown automaton, a two-stack machine or a bi-tag system.")
  private Path file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "MACHINE",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Target target;

  @Option(
      names = "--width",
      paramLabel = "BITS",
      description = "Bits of a word, from 8 to 64, for a program in Mu (default: 32).")
  private Integer width;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the program (default: standard output).")
  private Path output;

  @Mixin private InputOption input;

  @Override
  public int run(Terminal terminal) throws IOException {
    String text =
        switch (target) {
          case REGISTER, SUBLEQ -> AssemblyPrinter.print(compiled());
          case LAG -> lag(terminal);
          case TURING -> turing(terminal);
          case U15 -> universal(Loaded.open(file));
        };
    if (output == null) {
      terminal.out().print(text);
      return ExitCode.DONE;
    }
    try (AtomicFile whole = OutputFile.open(output)) {
      whole.stream().write(text.getBytes(StandardCharsets.UTF_8));
      whole.commit();
    }
    return ExitCode.DONE;
  }

  /// Also says how large the lag system is.
  private String lag(Terminal terminal) {
    if (!(Languages.of(file) instanceof TuringLanguage turing) || width != null) {
      throw new Misuse(
          file + ": cannot be compiled to LAG" + (width == null ? "" : " with --width"),
          "Compile a Turing machine to a lag system.");
    }
    TuringProgram machine = turing.parse(Source.read(file));
    if (machine.tapes() > 1) {
      throw new Misuse(
          file + ": cannot be compiled to LAG: it has several tapes",
          "Compile a Turing machine of one tape to a lag system.");
    }
    TagProgram program = new LagSystem(machine).program();
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "compile: %,d rules over %,d symbols%n",
            program.rules().size(),
            program.symbols().size());
    return TagPrinter.print(program);
  }

  /// Also says how large the Turing machine is.
  private String turing(Terminal terminal) {
    TuringProgram program =
        switch (Loaded.open(file).program()) {
          case MarkovProgram rules when width == null -> ScanningMachine.of(rules);
          case PushdownProgram automaton when width == null -> StackTapes.of(automaton);
          default ->
              throw new Misuse(
                  file + ": cannot be compiled to TURING" + (width == null ? "" : " with --width"),
                  "Compile a Markov algorithm, a pushdown automaton or a two-stack machine to a"
                      + " Turing machine.");
        };
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "compile: %,d rules, %,d states and %,d symbols%n",
            program.rules().size(),
            program.states().size(),
            program.symbols().size());
    return TuringPrinter.print(program);
  }

  /// Not a program but an input: the tape of the universal machine, with the bi-tag system's rules
  /// and its word.
  private <P, C, D> String universal(Loaded<P, C, D> loaded) {
    if (!(loaded.program() instanceof TagProgram system) || width != null) {
      throw new Misuse(
          file + ": cannot be compiled to U15" + (width == null ? "" : " with --width"),
          "Compile a bi-tag system, a `.tag` file, to the tape of U(15,2).");
    }
    if (!(input.start(loaded).configuration() instanceof TagConfiguration word)) {
      throw new IllegalStateException("a tag system without a word");
    }
    try {
      UniversalTape.Start start = new UniversalTape(system).start(word.word());
      SequencedMap<String, Value> fields = new LinkedHashMap<>();
      fields.put("tape", Value.of(start.tape()));
      fields.put("head", Value.of(start.head()));
      return ValueJson.print(new Value.Fields(fields)) + "\n";
    } catch (IllegalArgumentException e) {
      throw new Misuse(file + ": cannot be compiled to U15: " + e.getMessage());
    }
  }

  private AssemblyProgram compiled() {
    return switch (Languages.of(file)) {
      case MuLanguage mu -> {
        Source source = mu.read(file);
        yield to(MuToRegister.compile(mu.parse(source), source, word()));
      }
      case RegisterLanguage register when target == Target.SUBLEQ -> {
        if (width != null) {
          throw new Misuse("--width: the program says itself how wide its words are");
        }
        yield to(register.parse(Source.read(file)));
      }
      default ->
          throw new Misuse(
              file + ": cannot be compiled to " + target,
              "Compile Mu to either machine, the register machine to SUBLEQ, a Turing machine to LAG,"
                  + " a Markov algorithm or a machine with stacks to TURING, a bi-tag system to U15.");
    };
  }

  private Word word() {
    try {
      return Optional.ofNullable(width).map(Word::new).orElse(Word.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw new Misuse("--width: " + e.getMessage());
    }
  }

  /// Throws `Misuse` where the machine's program is larger than its words can address.
  private AssemblyProgram to(AssemblyProgram register) {
    AssemblyProgram program =
        target == Target.REGISTER ? register : RegisterToSubleq.compile(register);
    try {
      (target == Target.REGISTER ? new RegisterLanguage() : new SubleqLanguage()).load(program);
    } catch (IllegalArgumentException e) {
      throw new Misuse(file + ": " + e.getMessage(), "Compile to wider words with --width.");
    }
    return program;
  }
}
