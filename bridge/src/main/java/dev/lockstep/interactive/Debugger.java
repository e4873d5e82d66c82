package dev.lockstep.interactive;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Nearest;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.Steps;
import dev.lockstep.trace.TraceCursor;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// A run walked forward and backward by commands.
public final class Debugger<C, D> {
  private static final int LINES_AROUND = 3;
  private static final String QUIT = "quit";

  private final Source source;
  private final Machine<C, D> machine;
  private final DeltaJson<D> json;
  private final TraceCursor<C, D> cursor;
  private final PrintStream out;
  private final Breakpoints breakpoints;
  private final Set<String> watched = new TreeSet<>();
  private final Commands commands = new Commands();

  public Debugger(
      Source source, Machine<C, D> machine, DeltaJson<D> json, Steps<C, D> steps, PrintStream out) {
    this.source = source;
    this.machine = machine;
    this.json = json;
    this.cursor = new TraceCursor<>(steps);
    this.out = out;
    this.breakpoints = new Breakpoints(source);
    commands.add("step [N]", "take the next step, or N of them", it -> step(number(it, 1)));
    commands.add("back [N]", "take back the last step, or N of them", it -> step(-number(it, 1)));
    commands.add("next", "go on in this call: over the calls it makes", _ -> next());
    commands.add("finish", "go on until this call has returned", _ -> finish());
    commands.add("continue", "go on to a breakpoint, a watched change, or the end", _ -> seek());
    commands.add(
        "reverse", "go back to a breakpoint, a watched change, or the start", _ -> seekBack());
    commands.add("goto STEP", "go to where so many steps are taken", it -> jump(number(it, 0)));
    commands.add(
        "break [LINE]",
        "stop where this line (or FILE:LINE) begins; without a line: list",
        it -> out.println(breakpoints.set(it)));
    commands.add("delete LINE", "no longer stop there", it -> out.println(breakpoints.delete(it)));
    commands.add("watch [NAME]", "stop where this variable changes, or no longer", this::watch);
    commands.add("print [NAME]", "show a variable of this call, or all of them", this::print);
    commands.add("where", "show the calls that are under way", _ -> where());
    commands.add("delta", "show what the next step changes and reads", _ -> delta());
    commands.add("configuration", "show all there is, on one line", _ -> configuration());
    commands.add("list", "show the lines around", _ -> list());
    commands.add("help", "show this", _ -> help());
    commands.add(QUIT, "leave", _ -> {});
  }

  /// The words that lines begin with.
  public List<String> words() {
    return commands.words();
  }

  /// Shows where the run stands.
  public void show() {
    switch (cursor.next()) {
      case Steps.Event.Step<D> _ -> out.println(here());
      case Steps.Event.End<D>(Ending.Failed(Fault fault)) -> {
        out.println(after() + ", the run fails:");
        out.println(fault.render(source));
      }
      case Steps.Event.End<D>(Ending ending) -> {
        String value =
            machine
                .output(cursor.configuration())
                .filter(_ -> ending instanceof Ending.Halted)
                .map(it -> " with " + ValueJson.print(it))
                .orElse("");
        out.println(after() + ", the run has ended: " + ending.describe() + value);
      }
    }
  }

  private String after() {
    String steps = cursor.position() == 1 ? "step" : "steps";
    return String.format(Locale.ROOT, "after %,d %s", cursor.position(), steps);
  }

  private String here() {
    String call = frame().map(it -> " in " + it.name()).orElse("");
    String what = after() + call;
    return upcoming(cursor).map(span -> Diagnostic.pointing(source, span, what)).orElse(what);
  }

  /// Does what `line` says; `false` where it says to leave.
  public boolean execute(String line) {
    String[] parts = line.strip().split("\\s+", 2);
    try {
      String name = commands.take(parts[0], parts.length > 1 ? parts[1] : "");
      return !name.equals(QUIT);
    } catch (WrongCommand e) {
      out.println(e.getMessage());
      return true;
    }
  }

  /// Where the step that comes next stands, or the fault that ends the run.
  static Optional<Span> upcoming(TraceCursor<?, ?> cursor) {
    return switch (cursor.next()) {
      case Steps.Event.Step<?>(_, Note note) -> note.span();
      case Steps.Event.End<?>(Ending.Failed(Fault fault)) -> fault.span();
      case Steps.Event.End<?> _ -> Optional.empty();
    };
  }

  private void step(long count) {
    moving(
        () -> {
          long target = cursor.position() + count;
          if (count > 0) {
            go(_ -> cursor.position() >= target);
          } else {
            cursor.jump(target);
          }
        });
  }

  private void next() {
    int depth = machine.depth(cursor.configuration());
    moving(() -> go(it -> machine.depth(it.configuration()) <= depth));
  }

  private void finish() {
    int depth = machine.depth(cursor.configuration());
    moving(() -> go(it -> machine.depth(it.configuration()) < depth));
  }

  private void seek() {
    StopAt<C, D> stop = stop();
    stop.test(cursor); // from here on
    moving(() -> go(stop));
  }

  private void seekBack() {
    moving(() -> cursor.findBack(stop()));
  }

  private StopAt<C, D> stop() {
    return new StopAt<>(source, machine, breakpoints.lines(), watched);
  }

  private void jump(long target) {
    moving(() -> cursor.jump(target));
  }

  /// Goes forward until `wanted` holds, showing what the program prints.
  private void go(Predicate<TraceCursor<C, D>> wanted) {
    boolean going = true;
    while (going && cursor.next() instanceof Steps.Event.Step<D>(D delta, _)) {
      machine.printed(delta).forEach(it -> out.println("> " + it));
      cursor.forward();
      going = !wanted.test(cursor);
    }
  }

  /// Moves, then shows what became of the watched variables, and where the run stands.
  private void moving(Runnable move) {
    var before = StopAt.values(machine, cursor.configuration(), watched);
    move.run();
    var now = StopAt.values(machine, cursor.configuration(), watched);
    for (String name : watched) {
      String then = shown(Optional.ofNullable(before.get(name)));
      String value = shown(Optional.ofNullable(now.get(name)));
      if (!then.equals(value)) {
        out.println(name + ": " + then + " → " + value);
      }
    }
    show();
  }

  private static String shown(Optional<Value> value) {
    return value.map(ValueJson::print).orElse("not there");
  }

  private void watch(String name) {
    if (name.isEmpty()) {
      out.println(
          watched.isEmpty() ? "nothing is watched" : "watched: " + String.join(", ", watched));
    } else if (watched.remove(name)) {
      out.println(name + " is no longer watched");
    } else {
      watched.add(name);
      out.println(name + " = " + shown(variable(name)));
    }
  }

  private Optional<Frame> frame() {
    return machine.frames(cursor.configuration()).stream().findFirst();
  }

  private Optional<Value> variable(String name) {
    return frame().map(it -> it.variables().get(name));
  }

  private void print(String name) {
    if (!name.isEmpty()) {
      Value value =
          variable(name)
              .orElseThrow(
                  () ->
                      new WrongCommand(
                          "no variable `"
                              + name
                              + "` here"
                              + frame()
                                  .flatMap(it -> Nearest.to(name, it.variables().keySet()))
                                  .map(it -> ". Did you mean `" + it + "`?")
                                  .orElse("")));
      out.println(name + " = " + ValueJson.print(value));
      return;
    }
    frame()
        .ifPresentOrElse(
            it ->
                it.variables()
                    .forEach((key, value) -> out.println(key + " = " + ValueJson.print(value))),
            this::configuration);
  }

  private void where() {
    List<Frame> frames = machine.frames(cursor.configuration());
    List<String> lines = CallStack.lines(frames, source);
    if (lines.isEmpty()) {
      frames.forEach(it -> out.println("  in " + it.name()));
    }
    lines.forEach(out::println);
  }

  private void delta() {
    switch (cursor.next()) {
      case Steps.Event.Step<D>(D delta, Note note) -> {
        out.println(json.write(delta));
        note.reads()
            .forEach(
                it -> out.println("  reads " + it.place() + " = " + ValueJson.print(it.value())));
      }
      case Steps.Event.End<D>(Ending ending) -> out.println("none: " + ending.describe());
    }
  }

  private void configuration() {
    out.println(cursor.configuration());
  }

  private void list() {
    Breakpoint at =
        upcoming(cursor)
            .map(span -> Breakpoint.at(source, span))
            .orElseGet(() -> new Breakpoint(source.name(), 1));
    Source file = at.in(source);
    if (!file.name().equals(source.name())) {
      out.println(file.name());
    }
    int last = Math.min(file.lines(), at.line() + LINES_AROUND);
    for (int line = Math.max(1, at.line() - LINES_AROUND); line <= last; line++) {
      boolean breaks = breakpoints.lines().contains(new Breakpoint(file.name(), line));
      String mark = (line == at.line() ? "→" : " ") + (breaks ? "●" : " ");
      out.println(
          String.format(Locale.ROOT, "%s%4d  %s", mark, line, file.lineText(line)).stripTrailing());
    }
  }

  private void help() {
    commands.help().forEach(out::println);
    out.println("A command may be shortened; an empty line repeats the last one.");
  }

  private static long number(String text, long otherwise) {
    if (text.isEmpty() && otherwise > 0) {
      return otherwise;
    }
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException _) {
      throw new WrongCommand(
          "expected a number" + (text.isEmpty() ? "" : ", found `" + text + "`"));
    }
  }
}
