package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.execute.LoopedExecutor;
import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Layout;
import dev.lockstep.machine.Value;
import dev.lockstep.model.ModelKind;
import dev.lockstep.model.StoredModel;
import dev.lockstep.neural.Hardware;
import dev.lockstep.trace.AtomicFile;
import dev.lockstep.verify.Agreement;
import dev.lockstep.verify.Certificate;
import dev.lockstep.verify.CertificateText;
import dev.lockstep.verify.CheckerProcess;
import dev.lockstep.verify.ModelCertificate;
import dev.lockstep.verify.TooManyWindows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep certify`: a network compared with its program on every local case.
@Command(
    name = "certify",
    description = {
      "Asks a network every local case of its program and says what follows: that every step of every"
          + " run is the machine's, or which cases are wrong.",
      "An independent checker (plain Java, float64, a process of its own) derives the verdict again."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep certify increment.model increment.tm",
      "  lockstep certify increment.model increment.tm -o increment.certificate.json"
    })
final class CertifyCommand implements LockstepCommand {
  private static final int COMPARED_RUNS = 24;
  private static final int COMPARED_STEPS = 2_000; // of each

  @Parameters(index = "0", paramLabel = "MODEL", description = "A model's directory.")
  private Path directory;

  @Parameters(index = "1", paramLabel = "FILE", description = "The program.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the certificate as JSON too.")
  private Path output;

  @Option(names = "--any-program", description = "Go on where the model is of another program.")
  private boolean anyProgram;

  @Option(names = "--json", description = "Print one JSON object instead.")
  private boolean json;

  @Override
  public int run(Terminal terminal) throws IOException {
    return run(Loaded.open(file), terminal);
  }

  private <P, C, D> int run(Loaded<P, C, D> loaded, Terminal terminal) throws IOException {
    Optional<Diagnostic> refusal = loaded.language().uncertifiable(loaded.program());
    if (refusal.isPresent()) {
      terminal.err().println(refusal.get().render(loaded.source()));
      return ExitCode.CHECK_FAILED;
    }
    StoredModel stored = OpenModel.read(directory, loaded, anyProgram);
    if (!(stored.card().kind() instanceof ModelKind.Looped)) {
      throw new Misuse(
          directory + ": a " + stored.card().kind().name() + " model cannot be certified",
          "Learn a looped one with `lockstep learn --executor looped`.");
    }
    Layout<C, D> layout = OpenModel.layout(stored, loaded);
    try (Interruption interruption = Interruption.told(terminal)) {
      Certificate certificate = certificate(stored, layout, loaded, interruption::check);
      interruption.check();
      CheckerProcess answer =
          IndependentChecker.check(
              directory, layout, loaded.hash(), certificate.bound(), anyProgram);
      return report(certificate, answer, terminal);
    } catch (TooManyWindows e) {
      terminal.err().println(loaded.source().name() + ": error: " + e.getMessage());
      return ExitCode.CHECK_FAILED;
    }
  }

  private static <P, C, D> Certificate certificate(
      StoredModel stored, Layout<C, D> layout, Loaded<P, C, D> loaded, Runnable each) {
    Agreement agreement =
        Agreement.of(loaded.machine(), layout, inputs(loaded), Budget.ofSteps(COMPARED_STEPS));
    try (LoopedExecutor<C, D> executor =
        new LoopedExecutor<>(stored, loaded.machine(), layout, Hardware.best())) {
      return ModelCertificate.of(
              stored, executor, layout, loaded.source().name(), loaded.hash(), each)
          .compared(agreement);
    }
  }

  /// Seeded inputs on which the layout is held against the machine.
  private static <P> List<Value> inputs(Loaded<P, ?, ?> loaded) {
    SplittableRandom random = new SplittableRandom(0);
    return IntStream.range(0, COMPARED_RUNS)
        .mapToObj(size -> loaded.language().input(loaded.program(), random, size))
        .toList();
  }

  private int report(Certificate certificate, CheckerProcess answer, Terminal terminal)
      throws IOException {
    boolean holds = certificate.holds() && answer.confirmed();
    ObjectNode node = CertificateText.json(certificate);
    node.putObject("checker").put("confirmed", answer.confirmed()).put("report", answer.text());
    if (json) {
      terminal.out().println(node);
    } else {
      terminal.out().print(CertificateText.text(certificate));
      terminal.out().println("\nindependent checker (float64, its own process):");
      answer.text().lines().forEach(line -> terminal.out().println("  " + line));
    }
    if (output != null) {
      try (AtomicFile whole = OutputFile.open(output)) {
        whole.stream().write((node.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
        whole.commit();
      }
    }
    return holds ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }
}
