package dev.lockstep.neural.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Processes of their own, for what the process of the benchmark cannot be: fresh, or of another
/// number of threads.
final class Child {
  private static final Set<String> VECTORS =
      Set.of("--add-modules=jdk.incubator.vector", "-XX:ObjectAlignmentInBytes=64");

  private Child() {}

  /// What a main class prints that runs with this process's options.
  static String java(Class<?> main, int threads, String... arguments)
      throws IOException, InterruptedException {
    return java(main, threads, _ -> true, arguments);
  }

  /// As above, but without vectors, as a process has them only where it asks for them.
  static String javaWithoutVectors(Class<?> main, int threads)
      throws IOException, InterruptedException {
    return java(main, threads, option -> !VECTORS.contains(option));
  }

  private static String java(
      Class<?> main, int threads, Predicate<String> wanted, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
        .filter(wanted)
        .forEach(command::add);
    command.add("-Dai.djl.pytorch.num_threads=" + threads); // the last one counts
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return said(threads, command);
  }

  /// What a command prints; `IOException` where it cannot be run or fails.
  static String said(int threads, List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
    builder.environment().put("MKL_NUM_THREADS", Integer.toString(threads));
    Process process = builder.start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("the process failed: " + String.join(" ", command));
    }
    return said;
  }
}
