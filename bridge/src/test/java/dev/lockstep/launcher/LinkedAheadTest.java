package dev.lockstep.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Language;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Classes rewritten are held to the same classes as the compiler left them.
class LinkedAheadTest {
  /// Loads the classes nested in this test, rewritten.
  private static final class Rewritten extends ClassLoader {
    Rewritten() {
      super(LinkedAheadTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(LinkedAheadTest.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] quick = QuickJars.quick(in.readAllBytes());
        return defineClass(name, quick, 0, quick.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  sealed interface Shape {
    record Dot() implements Shape {}

    record Pair(Object left, Object right) implements Shape {}

    record Odds(boolean a, byte b, char c, short d, int e, long f, float g, double h, String i)
        implements Shape {}

    /// A choice in an interface, with guards, so that it is taken up again behind one.
    static String named(Object it) {
      return switch (it) {
        case null -> "nothing";
        case Pair(Dot _, var right) when right instanceof Dot -> "dots";
        case Pair(String left, _) when left.isEmpty() -> "empty";
        case Pair(var left, Pair right) -> "list of " + named(left) + " and " + named(right);
        case Pair _ -> "pair";
        case Shape other -> other.toString();
        case int[] numbers -> numbers.length + " ints";
        case Runnable _ -> "work";
        default -> "other";
      };
    }
  }

  /// Everything that is asked of the classes, here or in their rewritten form.
  static final class Answers implements Function<Object, List<Object>> {
    @Override
    public List<Object> apply(Object unused) {
      List<Object> values = values();
      List<Object> answers = new ArrayList<>();
      for (Object one : values) {
        answers.add(Shape.named(one));
        answers.add(alone(one instanceof Shape.Pair pair ? "" + pair.left() : "x"));
        answers.add(alone(""));
        answers.add(word(one instanceof Shape ? one.toString() : "four"));
        answers.add(one instanceof Shape ? one.hashCode() : 0);
        values.forEach(other -> answers.add(one instanceof Shape && one.equals(other)));
      }
      return answers;
    }

    private static String word(String text) {
      return switch (text) {
        case "Dot[]" -> "dot";
        case String any when any.length() == 4 -> "four";
        case "null" -> "not reached";
        case String any -> any;
      };
    }

    /// One label only, and a guard that sends on behind it.
    private static String alone(Object it) {
      return switch (it) {
        case String text when text.isEmpty() -> "empty";
        default -> "other";
      };
    }

    private static List<Object> values() {
      List<Object> values = new ArrayList<>();
      for (Object left : new Object[] {new Shape.Dot(), "", "x", null}) {
        values.add(left);
        values.add(new Shape.Pair(left, new Shape.Dot()));
        values.add(new Shape.Pair(left, new Shape.Pair(left, 7L)));
        values.add(new Shape.Pair(left, new Shape.Pair(left, 7L)));
      }
      for (int i = 0; i < 10; i++) {
        values.add(
            new Shape.Odds(
                i == 1,
                (byte) (i == 2 ? -1 : 0),
                i == 3 ? 'z' : 'a',
                (short) (i == 4 ? 300 : 0),
                i == 5 ? Integer.MIN_VALUE : 0,
                i == 6 ? Long.MIN_VALUE + 5 : 0,
                i == 7 ? Float.NaN : i == 8 ? -0.0f : 0.0f,
                i == 7 ? Double.NaN : i == 8 ? -0.0 : 0.0,
                i == 9 ? "i" : null));
      }
      values.add(
          new Shape.Odds(false, (byte) 0, 'a', (short) 0, 0, 0, Float.NaN, Double.NaN, null));
      values.add(new int[] {1, 2});
      values.add((Runnable) () -> {});
      return values;
    }
  }

  @Test
  void rewrittenClassesAnswerTheSame() throws Exception {
    for (Class<?> type : List.of(Shape.class, Shape.Pair.class, Shape.Odds.class, Answers.class)) {
      assertThat(linkedAtRunTime(bytes(type))).as(type.getName()).isNotEmpty();
      assertThat(linkedAtRunTime(QuickJars.quick(bytes(type)))).isEmpty();
    }
    Class<?> rewritten = new Rewritten().loadClass(Answers.class.getName());
    assertThat(rewritten).isNotEqualTo(Answers.class);
    assertThat(answers(rewritten)).isEqualTo(answers(Answers.class));
  }

  @Test
  void everyClassOfTheGrammarAndTheInterpreterPassesTheVerifier() throws Exception {
    ClassFile verifier =
        ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(QuickJars.HIERARCHY));
    int switches = 0;
    for (Class<?> inside : List.of(Source.class, Language.class)) {
      for (byte[] original : classes(inside)) {
        byte[] quick = QuickJars.quick(original);
        int found = linkedAtRunTime(original).size();
        if (found > 0) {
          assertThat(linkedAtRunTime(quick)).isEmpty();
          assertThat(verifier.verify(quick)).isEmpty();
        }
        switches += found;
      }
    }
    assertThat(switches).isGreaterThan(500);
  }

  /// All classes of the module that `inside` is in: a folder or a jar.
  private static List<byte[]> classes(Class<?> inside) throws Exception {
    Path home = Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(home)) {
      return classes(home);
    }
    try (FileSystem jar = FileSystems.newFileSystem(home)) {
      return classes(jar.getPath("/"));
    }
  }

  private static List<byte[]> classes(Path folder) throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        all.add(Files.readAllBytes(file));
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked") // the function is of this very kind, only of another loader
  private static List<Object> answers(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return ((Function<Object, List<Object>>) constructor.newInstance()).apply("");
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  /// The instructions that the class cache would not keep linked.
  private static List<String> linkedAtRunTime(byte[] content) {
    return ClassFile.of().parse(content).methods().stream()
        .flatMap(it -> it.code().stream())
        .flatMap(it -> it.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(it -> ((InvokeDynamicInstruction) it))
        .filter(
            it ->
                it.bootstrapMethod().methodName().equals("typeSwitch")
                    || it.name().equalsString("equals")
                    || it.name().equalsString("hashCode"))
        .map(it -> it.name() + " by " + it.bootstrapMethod())
        .toList();
  }
}
