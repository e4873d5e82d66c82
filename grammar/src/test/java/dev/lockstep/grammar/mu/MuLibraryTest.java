package dev.lockstep.grammar.mu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The library is a program like any other.
class MuLibraryTest {
  @Test
  void theLibraryHasNoErrors() {
    MuProgram library = MuReader.readLibrary(MuLibrary.source());
    List<MuTest> tests =
        MuReader.read(new Source("test.mu", "test \"none\" {}"))
            .tests(); // so that none needs `main`
    List<String> found =
        MuChecker.check(new MuProgram(List.of(), library.functions(), tests)).stream()
            .map(it -> it.render(MuLibrary.source()))
            .toList();
    assertThat(found).isEmpty();
  }

  @Test
  void aCallKnowsItsTypes() {
    assertThat(errors("print max(1, \"b\")")).containsExactly("expected `int`, found `str`");
    assertThat(errors("print sum([true])")).containsExactly("expected `int`, found `bool`");
    assertThat(errors("print min(true, false)")).containsExactly("expected `O`, found `bool`");
    assertThat(errors("print contains([1], \"a\")")).containsExactly("expected `int`, found `str`");
    assertThat(errors("let a: int? = index_of([[1]], [2])", "print a")).isEmpty();
  }

  private static List<String> errors(String... lines) {
    String text = "fn main() {\n" + String.join("\n", lines) + "\n}";
    return MuChecker.check(MuReader.read(new Source("test.mu", text))).stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::message)
        .toList();
  }

  @Test
  void theNamesAreThoseOfTheFunctionsRead() {
    MuProgram library = MuReader.readLibrary(MuLibrary.source());
    assertThat(MuLibrary.names())
        .isEqualTo(library.functions().stream().map(MuFunction::name).toList());
    for (MuFunction function : library.functions()) {
      assertThat(MuLibrary.function(function.name())).contains(function);
    }
    assertThat(MuLibrary.function("main")).isEmpty();
  }
}
