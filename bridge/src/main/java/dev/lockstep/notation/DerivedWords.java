package dev.lockstep.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.JsonTrees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The tokens of a derived notation: every letter of ASCII that can be seen, and whole pieces of
/// JSON that occur in sample deltas, such as `"state":` and `"carry"`. Closed: other letters are
/// written as JSON escapes, which are letters of ASCII.
final class DerivedWords {
  private static final int MOST_PIECES = 256;
  private static final int LEAST_LENGTH = 2;
  private static final String UNKNOWN = "?";

  private final Vocabulary vocabulary;
  private final List<String> pieces; // longest first

  DerivedWords(List<ObjectNode> samples) {
    Set<String> found = new TreeSet<>();
    samples.forEach(sample -> collect(sample, found));
    List<String> longestFirst =
        found.stream()
            .filter(piece -> piece.length() >= LEAST_LENGTH)
            .limit(MOST_PIECES)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    pieces = longestFirst;
    List<String> words = new ArrayList<>(List.of("end of step", "halts now", "fails now"));
    for (char letter = ' '; letter <= '~'; letter++) {
      words.add(String.valueOf(letter));
    }
    words.addAll(longestFirst);
    vocabulary = new Vocabulary(words);
  }

  private static void collect(JsonNode node, Set<String> found) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                found.add(ascii(JsonTrees.MAPPER.getNodeFactory().textNode(field.getKey())) + ":");
                collect(field.getValue(), found);
              });
    } else if (node.isArray()) {
      node.forEach(item -> collect(item, found));
    } else if (node.isTextual()) {
      found.add(ascii(node));
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  int end() {
    return vocabulary.id("end of step");
  }

  int halt() {
    return vocabulary.id("halts now");
  }

  int fail() {
    return vocabulary.id("fails now");
  }

  /// The tokens of a step whose delta is this JSON.
  List<Integer> spellStep(String json) {
    List<Integer> tokens = new ArrayList<>();
    String text = ascii(json);
    for (int at = 0; at < text.length(); ) {
      String piece = pieceAt(text, at);
      tokens.add(vocabulary.id(piece));
      at += piece.length();
    }
    tokens.add(end());
    return tokens;
  }

  private String pieceAt(String text, int at) {
    for (String piece : pieces) {
      if (text.startsWith(piece, at)) {
        return piece;
      }
    }
    return text.substring(at, at + 1);
  }

  /// A letter of a configuration.
  int letter(char letter) {
    return vocabulary.id(letter >= ' ' && letter <= '~' ? String.valueOf(letter) : UNKNOWN);
  }

  private static String ascii(JsonNode node) {
    return ascii(node.toString());
  }

  /// JSON with escapes for all that is not visible ASCII; nothing else can stand in a string only.
  private static String ascii(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char letter = json.charAt(i);
      if (letter >= ' ' && letter <= '~') {
        out.append(letter);
      } else {
        out.append("\\u%04x".formatted((int) letter));
      }
    }
    return out.toString();
  }
}
