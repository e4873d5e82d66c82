package dev.lockstep.verify;

/// How a configuration is shown to people, on one line.
@FunctionalInterface
public interface ConfigurationText<C> {
  String text(C configuration);

  /// What the configuration's `toString` says.
  static <C> ConfigurationText<C> plain() {
    return configuration -> configuration.toString().lines().findFirst().orElse("");
  }
}
