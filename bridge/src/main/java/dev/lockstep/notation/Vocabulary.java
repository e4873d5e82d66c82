package dev.lockstep.notation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tokens of a notation: words, numbered from 0 in a fixed order.
public final class Vocabulary {
  private final List<String> words;
  private final Map<String, Integer> ids;

  /// Throws `IllegalArgumentException` where a word stands twice.
  public Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
    Map<String, Integer> numbered = new LinkedHashMap<>();
    for (String word : words) {
      if (numbered.put(word, numbered.size()) != null) {
        throw new IllegalArgumentException("the word `" + word + "` stands twice");
      }
    }
    this.ids = Collections.unmodifiableMap(numbered);
  }

  public int size() {
    return words.size();
  }

  public List<String> words() {
    return words;
  }

  /// Throws `IllegalArgumentException` where the id is outside `[0, size)`.
  public String word(int id) {
    if (id < 0 || id >= words.size()) {
      throw new IllegalArgumentException("no token " + id + " among " + words.size());
    }
    return words.get(id);
  }

  /// Throws `IllegalArgumentException` where there is no such word.
  public int id(String word) {
    Integer id = ids.get(word);
    if (id == null) {
      throw new IllegalArgumentException("no token `" + word + "`");
    }
    return id;
  }

  public boolean has(String word) {
    return ids.containsKey(word);
  }

  /// The words of the tokens, with spaces between them.
  public String spell(List<Integer> tokens) {
    return String.join(" ", tokens.stream().map(this::word).toList());
  }
}
