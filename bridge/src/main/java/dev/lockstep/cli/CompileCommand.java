package dev.lockstep.cli;

import dev.lockstep.codegen.MuToRegister;
import dev.lockstep.codegen.RegisterToSubleq;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.assembly.AssemblyPrinter;
import dev.lockstep.grammar.assembly.AssemblyProgram;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.machine.Languages;
import dev.lockstep.mu.MuLanguage;
import dev.lockstep.register.RegisterLanguage;
import dev.lockstep.subleq.SubleqLanguage;
import dev.lockstep.trace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep compile`: a program in the language of a smaller machine.
@Command(
    name = "compile",
    description = {
      "Writes a program for a smaller machine that does the same: Mu for the register machine or"
          + " SUBLEQ, the register machine for SUBLEQ.",
      "Of Mu, ints (as words, which wrap around), bools, functions and loops are compiled, lists are"
          + " not."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep compile gcd.mu --to register -o gcd.rm",
      "  lockstep compile gcd.mu --to subleq --width 64 -o gcd.sq",
      "  lockstep run gcd.sq --input '[1071, 462]'"
    })
final class CompileCommand implements LockstepCommand {
  /// The machines to compile to.
  enum Target {
    REGISTER,
    SUBLEQ
  }

  @Parameters(paramLabel = "FILE", description = "A program in Mu or for the register machine.")
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

  @Override
  public int run(Terminal terminal) throws IOException {
    AssemblyProgram program = compiled();
    String text = AssemblyPrinter.print(program);
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

  private AssemblyProgram compiled() {
    return switch (Languages.of(file)) {
      case MuLanguage mu -> {
        Source source = Source.read(file);
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
              "Compile Mu to either machine, or the register machine to SUBLEQ.");
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
