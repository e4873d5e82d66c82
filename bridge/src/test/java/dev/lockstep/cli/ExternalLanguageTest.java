package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contract.LanguageContract;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Languages;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.antlr.v4.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The language of the tutorial, compiled into a jar that this class path does not have: it passes
/// the contract and goes the whole way, from its sources to a certificate.
class ExternalLanguageTest extends LanguageContract<Object, Object, Object> {
  private static final NewLanguage FIRE = new NewLanguage("fire");

  @TempDir static Path folder;
  private static final ClassLoader BEFORE = Thread.currentThread().getContextClassLoader();

  @BeforeAll
  static void build() throws IOException {
    assertThat(cli().run("new-language", "fire", "-o", "FOLDER/fire").code()).isZero();
    Path module = folder.resolve("fire");
    Path generated = folder.resolve("generated");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Tool antlr =
        new Tool(
            new String[] {
              "-no-listener",
              "-Xexact-output-dir",
              "-package",
              "fire",
              "-o",
              generated.toString(),
              module.resolve("src/main/antlr4/fire/Fire.g4").toString()
            });
    antlr.processGrammarsOnCommandLine();
    assertThat(antlr.errMgr.getNumErrors()).isZero();
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d"));
    arguments.add(classes.toString());
    sources(module.resolve("src")).forEach(arguments::add);
    sources(generated).forEach(arguments::add);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(code).as("javac").isZero();
    jar(classes, module.resolve("src/main/resources"));
    URL url = folder.resolve("fire.jar").toUri().toURL();
    Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[] {url}, BEFORE));
  }

  @AfterAll
  static void restore() throws IOException {
    ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
    Thread.currentThread().setContextClassLoader(BEFORE);
  }

  private static List<String> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".java")).sorted().toList();
    }
  }

  private static void jar(Path... roots) throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve("fire.jar"));
        JarOutputStream jar = new JarOutputStream(file)) {
      for (Path root : roots) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
            jar.putNextEntry(new JarEntry(root.relativize(path).toString().replace('\\', '/')));
            Files.copy(path, jar);
            jar.closeEntry();
          }
        }
      }
    }
  }

  private static Cli cli() {
    return new Cli(folder);
  }

  @Override
  @SuppressWarnings("unchecked") // whatever it is, it keeps to itself
  protected Language<Object, Object, Object> language() {
    return (Language<Object, Object, Object>) Languages.of(Path.of("x.fire"));
  }

  @Test
  void goesTheWholeWay() {
    String jar = "FOLDER/fire.jar";
    String program = "FOLDER/fire/example.fire";
    String model = "FOLDER/fire.model";
    assertThat(cli().run("--language-path", jar, "languages").out()).contains("fire");
    assertThat(cli().run("--language-path", jar, "check", program).code()).isZero();
    Cli.Result run = cli().run("--language-path", jar, "run", program, "--input", "\".tftt..t.\"");
    assertThat(run.out().strip()).isEqualTo("\".......t.\"");
    Cli.Result learned =
        cli().run("--language-path", jar, "learn", program, "--steps", "800", "-o", model);
    assertThat(learned.code()).as(learned.err()).isZero();
    Cli.Result verified = cli().run("--language-path", jar, "verify", model, program);
    assertThat(verified.code()).as(verified.err()).isZero();
    Cli.Result certified = cli().run("--language-path", jar, "certify", model, program);
    assertThat(certified.code()).as(certified.err()).isZero();
    assertThat(certified.out()).contains("CERTIFIED", "windows       27", "verdict: confirmed");
  }

  @Test
  void jarsThatAreNoneAreTheUsersError() throws IOException {
    assertThat(cli().run("--language-path", "FOLDER/no.jar", "languages").err())
        .contains("--language-path: no such file: no.jar");
    Path broken = folder.resolve("broken.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(broken))) {
      jar.putNextEntry(new JarEntry("META-INF/services/dev.lockstep.machine.Language"));
      jar.write("no.such.Language\n".getBytes(StandardCharsets.UTF_8));
    }
    Cli.Result result = cli().run("--language-path", "FOLDER/broken.jar", "languages");
    assertThat(result.code()).isEqualTo(ExitCode.MISUSE);
    assertThat(result.err()).contains("cannot be loaded").contains("no.such.Language");
  }

  @Test
  void namesAreChecked() {
    assertThat(cli().run("new-language", "Fire!").code()).isEqualTo(ExitCode.MISUSE);
    assertThat(cli().run("new-language", "mu").err()).contains("there is a language `mu` already");
    assertThat(cli().run("new-language", "ice", "-o", "FOLDER/fire").err())
        .contains("fire: exists already");
  }

  /// The tutorial prints the files as `new-language` writes them, in fewer than 150 lines.
  @Test
  void theTutorialIsTheTemplate() throws IOException {
    String page = Files.readString(tutorial());
    long lines = 0;
    for (Map.Entry<String, String> file : FIRE.files().entrySet()) {
      if (!file.getKey().equals("pom.xml")) {
        assertThat(page).contains("`" + file.getKey() + "`").contains(file.getValue());
        lines += file.getValue().lines().count();
      }
    }
    assertThat(lines).isLessThan(150);
  }

  private static Path tutorial() {
    Path here = Path.of("docs/language-in-an-afternoon.md");
    return Files.exists(here) ? here : Path.of("..").resolve(here);
  }
}
