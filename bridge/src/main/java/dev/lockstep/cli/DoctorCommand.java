package dev.lockstep.cli;

import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.bench.GemmPeak;
import dev.lockstep.neural.engine.SelfCheck;
import dev.lockstep.trace.Versions;
import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Command;

/// `lockstep doctor`: what this installation runs on, and whether it computes what it should.
@Command(
    name = "doctor",
    description = {
      "Shows what Lockstep runs on (Java, engine, device, threads, speed) and checks on this"
          + " device that the kernels compute what their plain definitions do."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = "  lockstep doctor")
final class DoctorCommand implements LockstepCommand {
  @Override
  public int run(Terminal terminal) {
    PrintStream out = terminal.out();
    Hardware hardware = Hardware.best();
    Arithmetic arithmetic = Arithmetic.of(hardware);
    line(out, "lockstep", Versions.current().lockstep());
    line(
        out,
        "java",
        System.getProperty("java.vm.version") + ", " + System.getProperty("java.vm.name"));
    line(out, "system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    line(out, "cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    line(out, "engine", arithmetic.engine() + " " + arithmetic.version() + " through DJL");
    line(out, "natives", SelfCheck.natives());
    line(out, "device", hardware == Hardware.GPU ? "GPU" : "CPU (the engine sees no GPU)");
    line(out, "threads", Integer.toString(arithmetic.threads()));
    line(out, "number format", arithmetic.dtype());
    line(
        out,
        "GEMM peak",
        String.format(
            Locale.ROOT, "%.0f GFLOP per CPU second (1024 x 1024, float32)", GemmPeak.quick()));
    boolean held = arithmetic.whole();
    if (!Hardware.hasKernels()) {
      line(out, "kernels", "none for this engine; the plain blocks are used");
      return held ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
    for (SelfCheck.Result result : SelfCheck.run(hardware)) {
      held &= result.holds();
      line(
          out,
          result.name(),
          String.format(
              Locale.ROOT,
              "%s: differs by %.1e at most (bound %.0e)",
              result.holds() ? "ok" : "FAILED",
              result.difference(),
              result.bound()));
    }
    return held ? ExitCode.DONE : ExitCode.CHECK_FAILED;
  }

  private static void line(PrintStream out, String name, String value) {
    out.printf(Locale.ROOT, "%-34s  %s%n", name, value);
  }
}
