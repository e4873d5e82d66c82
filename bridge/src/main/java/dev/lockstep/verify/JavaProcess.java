package dev.lockstep.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another Java process on this process's class path.
final class JavaProcess {
  private JavaProcess() {}

  /// @param flags of the virtual machine
  static ProcessBuilder of(Class<?> main, List<String> flags, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
