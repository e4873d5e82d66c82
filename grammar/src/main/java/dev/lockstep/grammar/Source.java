package dev.lockstep.grammar;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  /// Several sources as one, a line break between two, with the name of the first. Offsets and
  /// lines count through all of them; `locate` and `nameAt` tell them apart.
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

  /// The name of the source that holds `offset`.
  public String nameAt(int offset) {
    return Optional.ofNullable(parts.floorEntry(clamp(offset)))
        .map(part -> part.getValue().name())
        .orElse(name);
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

  /// The line that holds `offset`, from 1.
  public int line(int offset) {
    int at = Arrays.binarySearch(lineStarts, clamp(offset));
    return at >= 0 ? at + 1 : -at - 1;
  }

  /// The column of `offset` in its line, from 1, in code points.
  public int column(int offset) {
    int clamped = clamp(offset);
    return text.codePointCount(lineStarts[line(clamped) - 1], clamped) + 1;
  }

  public int lines() {
    return lineStarts.length;
  }

  /// The offset of the first `char` of line `number` (from 1).
  public int lineStart(int number) {
    return lineStarts[number - 1];
  }

  /// Line `number` (from 1) without its line break.
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
    Map.Entry<Integer, Source> part = parts.floorEntry(clamp(span.start()));
    if (part != null) {
      int start = span.start() - part.getKey();
      return part.getValue().locate(new Span(start, start));
    }
    return name + ":" + line(span.start()) + ":" + column(span.start());
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
