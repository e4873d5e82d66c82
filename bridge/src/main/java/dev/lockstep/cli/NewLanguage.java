package dev.lockstep.cli;

import dev.lockstep.trace.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// The files of a new language's module: rules on rings of cells, to be edited.
///
/// @param name lower-case letters and digits: package, suffix and name at once
record NewLanguage(String name) {
  NewLanguage {
    if (!name.matches("[a-z][a-z0-9]*")) {
      throw new Misuse(
          "`" + name + "` is no name for a language",
          "Use lower-case letters and digits, as in `fire`.");
    }
  }

  /// The texts by their paths in the module.
  SequencedMap<String, String> files() {
    String named = named();
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", text("pom.xml.txt"));
    files.put("src/main/antlr4/%s/%s.g4".formatted(name, named), text("Grammar.g4.txt"));
    files.put("src/main/java/%s/%sLanguage.java".formatted(name, named), text("Language.java.txt"));
    files.put(
        "src/main/resources/META-INF/services/dev.lockstep.machine.Language", text("service.txt"));
    files.put(
        "src/test/java/%s/%sLanguageTest.java".formatted(name, named),
        text("LanguageTest.java.txt"));
    files.put("example." + name, text("example.txt"));
    return files;
  }

  private String named() {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private String text(String template) {
    try (InputStream in =
        Optional.ofNullable(NewLanguage.class.getResourceAsStream("new-language/" + template))
            .orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@name@", name)
          .replace("@Name@", named())
          .replace("@version@", Versions.current().lockstep());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
