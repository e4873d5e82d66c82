package dev.lockstep.interactive;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The calls that are under way, as people see them.
public final class CallStack {
  private static final int MOST_AT_EACH_END = 8;
  private static final int LONGEST_VALUE = 40;

  private CallStack() {}

  /// A line for each call, the running one first, none where there is only one; of many, the ones
  /// in the middle are left out.
  public static List<String> lines(List<Frame> frames, Source source) {
    if (frames.size() < 2) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      if (i == MOST_AT_EACH_END && isLong(frames)) {
        int left = frames.size() - 2 * MOST_AT_EACH_END;
        lines.add(String.format(Locale.ROOT, "  … %,d calls more", left));
        i += left;
      }
      lines.add((i == 0 ? "  in " : "  called from ") + line(frames.get(i), source));
    }
    return lines;
  }

  /// The calls that are shown: the first and the last of many.
  public static List<Frame> shown(List<Frame> frames) {
    if (!isLong(frames)) {
      return frames;
    }
    List<Frame> ends = new ArrayList<>(frames.subList(0, MOST_AT_EACH_END));
    ends.addAll(frames.subList(frames.size() - MOST_AT_EACH_END, frames.size()));
    return ends;
  }

  private static boolean isLong(List<Frame> frames) {
    return frames.size() > 2 * MOST_AT_EACH_END + 1;
  }

  private static String line(Frame frame, Source source) {
    String variables =
        frame.variables().entrySet().stream()
            .map(it -> it.getKey() + "=" + brief(it.getValue()))
            .collect(Collectors.joining(", ", "(", ")"));
    return frame.name()
        + (frame.variables().isEmpty() ? "" : " " + variables)
        + frame.at().map(span -> " at " + source.locate(span)).orElse("");
  }

  /// A value as a call shows it.
  public static String brief(Value value) {
    return brief(ValueJson.print(value));
  }

  /// A value cut to what fits beside others.
  static String brief(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
