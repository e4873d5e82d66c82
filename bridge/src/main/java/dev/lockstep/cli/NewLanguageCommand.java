package dev.lockstep.cli;

import dev.lockstep.machine.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep new-language`: a module to begin a language with.
@Command(
    name = "new-language",
    description = {
      "Writes a Maven module with a whole small language: grammar, rule, test and an example.",
      "Edit it, build it with `mvn package`, and put the jar into the folder `languages` beside the"
          + " launcher, or name it with `lockstep --language-path JAR`."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep new-language fire",
      "  lockstep --language-path fire/target/fire-language-0.1.0-SNAPSHOT.jar check"
          + " fire/example.fire"
    })
final class NewLanguageCommand implements LockstepCommand {
  @Parameters(paramLabel = "NAME", description = "Lower-case letters and digits.")
  private String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where the module goes (default: a folder of that name).")
  private Path output;

  @Override
  public int run(Terminal terminal) throws IOException {
    NewLanguage language = new NewLanguage(name);
    if (Languages.all().stream()
        .anyMatch(it -> it.name().equals(name) || it.suffix().equals(name))) {
      throw new Misuse("there is a language `" + name + "` already", "Choose another name.");
    }
    Path folder = output == null ? Path.of(name) : output;
    if (Files.exists(folder)) {
      throw new Misuse(folder + ": exists already", "Choose another place with -o.");
    }
    for (Map.Entry<String, String> file : language.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      terminal.out().println(path);
    }
    return ExitCode.DONE;
  }
}
