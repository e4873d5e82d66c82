package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.Place;
import dev.lockstep.trace.RawDelta;
import dev.lockstep.trace.TraceEvent;
import dev.lockstep.trace.TraceHeader;
import dev.lockstep.trace.TraceJson;
import dev.lockstep.trace.TraceReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lockstep diff`: where two traces part.
@Command(
    name = "diff",
    description = {
      "Compares two traces, step by step, in constant memory, and shows the first step where they"
          + " part beside the steps before it.",
      "Deltas and outcomes count, notes do not. Exit code 1 where the runs differ."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep diff expected.jsonl claimed.jsonl",
      "  lockstep diff a.jsonl b.jsonl -n 5"
    })
final class DiffCommand implements LockstepCommand {
  private static final int WIDTH = 46;
  private static final String END = "the end";

  @Parameters(index = "0", paramLabel = "A", description = "A trace file.")
  private Path left;

  @Parameters(index = "1", paramLabel = "B", description = "Another one.")
  private Path right;

  @Option(
      names = {"-n", "--context"},
      paramLabel = "N",
      defaultValue = "2",
      description = "Equal steps to show before the difference (default: 2).")
  private int context;

  /// The same place of two runs.
  private record Pair(
      Optional<TraceEvent<ObjectNode>> left, Optional<TraceEvent<ObjectNode>> right) {
    boolean same() {
      return left.isPresent() == right.isPresent()
          && (left.isEmpty()
              || (left.get().step() == right.get().step()
                  && left.get().delta().equals(right.get().delta())));
    }

    boolean over() {
      return left.isEmpty() && right.isEmpty();
    }
  }

  @Override
  public int run(Terminal terminal) throws IOException {
    try (TraceReader a = TraceReader.open(left);
        TraceReader b = TraceReader.open(right)) {
      headers(a.header(), b.header()).forEach(terminal.err()::println);
      Deque<Pair> before = new ArrayDeque<>();
      Pair pair = next(a, b);
      while (pair.same() && !pair.over()) {
        before.addLast(pair);
        if (before.size() > Math.max(0, context)) {
          before.removeFirst();
        }
        pair = next(a, b);
      }
      return report(a, b, before, pair, terminal.out());
    }
  }

  private static Pair next(TraceReader a, TraceReader b) {
    return new Pair(a.next(new RawDelta()), b.next(new RawDelta()));
  }

  private static List<String> headers(TraceHeader a, TraceHeader b) {
    List<String> notes = new ArrayList<>();
    if (!a.programHash().equals(b.programHash())) {
      notes.add("note: traces of two programs: " + a.programName() + " and " + b.programName());
    }
    if (!a.input().equals(b.input())) {
      notes.add(
          "note: two inputs: " + ValueJson.print(a.input()) + " and " + ValueJson.print(b.input()));
    }
    return notes;
  }

  private int report(TraceReader a, TraceReader b, Deque<Pair> before, Pair pair, PrintStream out) {
    if (pair.over()) {
      ObjectNode ended = TraceJson.write(a.outcome(), a.steps());
      ObjectNode other = TraceJson.write(b.outcome(), b.steps());
      boolean same = ended.equals(other);
      if (same) {
        out.println(
            String.format(
                Locale.ROOT, "the same: %,d steps, %s", a.steps(), ended.get("outcome").asText()));
        return ExitCode.DONE;
      }
      out.println(String.format(Locale.ROOT, "the steps are the same, the ends differ:"));
      table(before, out);
      row("≠", "", ended.toString(), other.toString(), out);
      return ExitCode.CHECK_FAILED;
    }
    long step =
        pair.left().or(pair::right).map(TraceEvent::step).orElseThrow(); // one of them goes on
    out.println(String.format(Locale.ROOT, "the runs part at step %,d:", step));
    table(before, out);
    row("≠", String.valueOf(step), words(pair.left(), a), words(pair.right(), b), out);
    return ExitCode.CHECK_FAILED;
  }

  private void table(Deque<Pair> before, PrintStream out) {
    row(" ", "", name(left, right), name(right, left), out);
    for (Pair it : before) {
      TraceEvent<ObjectNode> event = it.left().orElseThrow();
      String text = words(event);
      row(" ", String.valueOf(event.step()), text, text, out);
    }
  }

  /// The file's name, or its whole path where the other one has the same name.
  private static String name(Path file, Path other) {
    boolean same = file.endsWith(other.getFileName());
    return (same ? file : file.getFileName()).toString();
  }

  private static String words(Optional<TraceEvent<ObjectNode>> event, TraceReader reader) {
    return event
        .map(DiffCommand::words)
        .orElseGet(() -> END + ": " + TraceJson.write(reader.outcome(), reader.steps()));
  }

  private static String words(TraceEvent<ObjectNode> event) {
    String at = event.at().map(Place::at).map(it -> it + "  ").orElse("");
    return at + PrettyTrace.changes(event.delta());
  }

  /// Two columns; what does not fit goes on in the next line.
  private static void row(String mark, String step, String left, String right, PrintStream out) {
    List<String> a = wrapped(left);
    List<String> b = wrapped(right);
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      String cell = i < a.size() ? a.get(i) : "";
      String pad = " ".repeat(WIDTH - cell.codePointCount(0, cell.length()));
      String begin = i == 0 ? String.format(Locale.ROOT, "%s %8s  ", mark, step) : " ".repeat(12);
      out.println((begin + cell + pad + "  " + (i < b.size() ? b.get(i) : "")).stripTrailing());
    }
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    int[] points = text.codePoints().toArray();
    for (int from = 0; from == 0 || from < points.length; from += WIDTH) {
      lines.add(new String(points, from, Math.min(WIDTH, points.length - from)));
    }
    return lines;
  }
}
