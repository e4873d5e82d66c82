package dev.lockstep.grammar;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A program's text, and the name that messages call it by (its path, as the user wrote it).
///
/// Offsets count `char`s from 0; lines and columns count from 1, columns in code points.
public final class Source {
  private final String name;
  private final String text;
  private final int[] lineStarts;
  private final NavigableMap<Integer, Source> parts;

  public Source(String name, String text) {
    this(name, text, new TreeMap<>());
  }

  private Source(String name, String text, NavigableMap<Integer, Source> parts) {
    this.name = name;
    this.text = text;
    this.lineStarts = startsOfLines(text);
    this.parts = parts;
  }

  /// Several sources as one, a line break between two, with the name of the first. Offsets count
  /// through all of them; lines and columns are those of the part that holds an offset.
  public static Source joined(List<Source> sources) {
    NavigableMap<Integer, Source> parts = new TreeMap<>();
    StringBuilder text = new StringBuilder();
    for (Source source : sources) {
      text.append(text.isEmpty() ? "" : "\n");
      parts.put(text.length(), source);
      text.append(source.text());
    }
    return new Source(sources.getFirst().name(), text.toString(), parts);
  }

  /// How many sources it was joined of; 0 for one that was not.
  public int parts() {
    return parts.size();
  }

  /// One of the sources that a source was joined of, and the offset that it begins at; a source
  /// that was not joined is its own only part.
  public record Part(Source source, int start) {
    /// `span` of the whole, counted in the part.
    public Span inside(Span span) {
      int length = source.text().length();
      return new Span(
          Math.clamp(span.start() - start, 0, length), Math.clamp(span.end() - start, 0, length));
    }
  }

  /// The part that holds `offset`.
  public Part partAt(int offset) {
    return Optional.ofNullable(parts.floorEntry(clamp(offset)))
        .map(part -> new Part(part.getValue(), part.getKey()))
        .orElseGet(() -> new Part(this, 0));
  }

  /// All parts, in order.
  public List<Part> allParts() {
    return parts.isEmpty()
        ? List.of(new Part(this, 0))
        : parts.entrySet().stream().map(it -> new Part(it.getValue(), it.getKey())).toList();
  }

  /// The name of the part that holds `offset`.
  public String nameAt(int offset) {
    return partAt(offset).source().name();
  }

  /// Reads a UTF-8 file. Throws `UnreadableSource` where there is no such file or it is not UTF-8.
  public static Source read(Path file) {
    try {
      return new Source(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException _) {
      throw new UnreadableSource(file + ": not UTF-8 text");
    } catch (IOException e) {
      String why =
          Files.isDirectory(file)
              ? "a folder, expected a program file"
              : Files.exists(file) ? "cannot be read (" + e.getMessage() + ")" : "no such file";
      throw new UnreadableSource(file + ": " + why);
    }
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /// The line of its part that holds `offset`, from 1.
  public int line(int offset) {
    if (!parts.isEmpty()) {
      Part part = partAt(offset);
      return part.source().line(clamp(offset) - part.start());
    }
    int at = Arrays.binarySearch(lineStarts, clamp(offset));
    return at >= 0 ? at + 1 : -at - 1;
  }

  /// The column of `offset` in its line, from 1, in code points.
  public int column(int offset) {
    if (!parts.isEmpty()) {
      Part part = partAt(offset);
      return part.source().column(clamp(offset) - part.start());
    }
    int clamped = clamp(offset);
    return text.codePointCount(lineStarts[line(clamped) - 1], clamped) + 1;
  }

  /// How many there are, those of all parts together.
  public int lines() {
    return lineStarts.length;
  }

  /// The offset of the first `char` of line `number` (from 1), counted through all parts.
  public int lineStart(int number) {
    return lineStarts[number - 1];
  }

  /// Line `number` (from 1, counted through all parts) without its line break.
  public String lineText(int number) {
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  public String textOf(Span span) {
    return text.substring(clamp(span.start()), clamp(span.end()));
  }

  /// `name:line:column` of the start of `span`.
  public String locate(Span span) {
    return nameAt(span.start()) + ":" + line(span.start()) + ":" + column(span.start());
  }

  private int clamp(int offset) {
    return Math.clamp(offset, 0, text.length());
  }

  private static int[] startsOfLines(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
