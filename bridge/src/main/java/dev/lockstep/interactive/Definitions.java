package dev.lockstep.interactive;

import dev.lockstep.grammar.Lexeme;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.TokenKind;
import dev.lockstep.grammar.mu.MuStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The functions, records and tests of a Mu source, as texts.
final class Definitions {
  private static final Set<String> BEGIN = Set.of("fn", "record", "test");
  private static final String IMPORT = "import";

  private Definitions() {}

  /// Whether a text that begins with this word defines something.
  static boolean begins(String word) {
    return BEGIN.contains(word);
  }

  static boolean imports(String word) {
    return word.equals(IMPORT);
  }

  /// Those of `source`, in order, each with the comments behind it.
  static List<String> in(Source source) {
    List<Integer> starts = new ArrayList<>();
    MuStyle style = new MuStyle();
    int depth = 0;
    for (Lexeme it : style.lexicon().lexemes(source)) {
      depth += style.opens(it) ? 1 : style.closes(it) ? -1 : 0;
      boolean word = depth == 0 && it.is(TokenKind.KEYWORD);
      if (word && (begins(it.text()) || imports(it.text()))) {
        starts.add(it.span().start());
      }
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : source.text().length();
      all.add(source.text().substring(starts.get(i), end).strip());
    }
    return all.stream().filter(it -> !it.startsWith(IMPORT)).toList();
  }

  /// The word behind the first one: what a definition defines.
  static String name(String definition) {
    String[] words = definition.split("[^\\w\"]+", 3);
    return words.length > 1 ? words[1] : "";
  }
}
