package dev.lockstep.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.grammar.mu.MuLexer;
import dev.lockstep.grammar.mu.MuParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParsingTest {
  private static final Parsing.Syntax<MuParser, MuParser.ProgramContext> SYNTAX =
      new Parsing.Syntax<>(
          MuLexer::new,
          tokens -> tokens,
          MuParser::new,
          MuParser::program,
          (_, _) -> Optional.empty());

  /// What it was told, and of how many parts the tree above still knew then.
  private record Told(List<String> parts, List<Integer> kept) {
    Told() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private static Parsing.Parsed<Told> told(String text) {
    return Parsing.parseParts(
        new Source("f.mu", text),
        SYNTAX,
        Told::new,
        (told, part) -> {
          told.parts().add(part.getText());
          told.kept().add(part.getParent().getChildCount());
        });
  }

  @Test
  void partsComeInOrderAndAreForgotten() {
    Parsing.Parsed<Told> parsed = told("fn a() {};fn b() { print 1 };test \"t\" {}");
    assertThat(parsed.errors()).isEmpty();
    assertThat(parsed.tree().parts())
        .containsExactly("fna(){}", ";", "fnb(){print1}", ";", "test\"t\"{}");
    assertThat(parsed.tree().kept()).containsOnly(1); // what follows it
  }

  @Test
  void whereThereAreErrorsNoPartIsTold() {
    assertThat(told("fn a() {};fn b( {}").tree().parts()).isEmpty();
    assertThat(told("fn a() {};fn b( {}").errors()).hasSize(1);
    assertThat(told("fn a() {};§").tree().parts()).isEmpty();
    assertThat(told("fn a() {};§").errors())
        .extracting(Diagnostic::message)
        .containsExactly("unexpected character `§`");
  }

  @Test
  void aTextMayEndOrGoWrongAnywhereInAPart() {
    String text = "fn a() {};record P { x: int };test \"t\" {}";
    for (int end = 0; end < text.length(); end++) {
      for (String behind : List.of("", "§", "\"")) {
        Parsing.Parsed<Told> parsed = told(text.substring(0, end) + behind);
        assertThat(parsed.tree().parts().isEmpty())
            .isEqualTo(!parsed.errors().isEmpty() || end < 9);
      }
    }
  }

  @Test
  void tokensThatTheGrammarSpellsShareTheirText() {
    List<String> words = new ArrayList<>();
    Parsing.parseParts(
        new Source("f.mu", "fn a() {};fn a() {}"),
        SYNTAX,
        () -> words,
        (into, part) -> into.add(part.getStart().getText()));
    assertThat(words).containsExactly("fn", ";", "fn");
    assertThat(words.getFirst()).isSameAs(words.getLast());
  }
}
