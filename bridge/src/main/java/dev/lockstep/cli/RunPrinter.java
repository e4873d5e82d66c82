package dev.lockstep.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.grammar.Span;
import dev.lockstep.interactive.CallStack;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Fault;
import dev.lockstep.machine.Frame;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.RunSink;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.trace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Shows a run to the user: printed lines as they come, then the result, or what went wrong.
final class RunPrinter<C, D> implements RunSink<C, D>, AutoCloseable {
  private final Loaded<?, C, D> loaded;
  private final Budget budget;
  private final Terminal terminal;
  private final SoonSeen lines;
  private final boolean json;
  private final List<String> printed = new ArrayList<>();
  private long steps;
  private Optional<Span> reached = Optional.empty();
  private Optional<Ending> ended = Optional.empty();

  RunPrinter(Loaded<?, C, D> loaded, Budget budget, Terminal terminal, boolean json) {
    this.loaded = loaded;
    this.budget = budget;
    this.terminal = terminal;
    this.lines = new SoonSeen(terminal.out());
    this.json = json;
  }

  @Override
  public boolean step(D delta, Note note, C after) {
    steps++;
    reached = note.span();
    return loaded.machine().printed(delta).stream().allMatch(this::line);
  }

  /// A line that the program prints.
  boolean line(String text) {
    return json ? printed.add(text) : lines.println(text);
  }

  @Override
  public void end(Ending ending, C last) {
    end(new Runner.Finish(ending, steps, reached, loaded.machine().output(last)), List.of());
  }

  /// `calls` are those under way where the run failed, as far as they are known.
  void end(Runner.Finish finish, List<Frame> calls) {
    ended = Optional.of(finish.ending());
    if (json) {
      ObjectNode summary = summary(finish);
      List<Frame> known = calls.isEmpty() ? calls(finish) : calls;
      if (known.size() > 1) {
        DiagnosticJson.put(summary, known, loaded.source());
      }
      terminal.out().println(summary);
    } else if (finish.ending() instanceof Ending.Halted) {
      finish.output().ifPresent(it -> terminal.out().println(ValueJson.print(it)));
    }
    complaint(finish).ifPresent(terminal.err()::println);
    CallStack.lines(calls, loaded.source()).forEach(terminal.err()::println);
  }

  @Override
  public void close() {
    lines.close();
  }

  /// 0 where the run halted, 1 where it ended otherwise.
  int exitCode() {
    return ended.filter(Ending.Halted.class::isInstance).isPresent()
        ? ExitCode.DONE
        : ExitCode.CHECK_FAILED;
  }

  /// `RunCommand` shows the calls of short runs itself, with their variables.
  private static Fault failure(Fault fault, Runner.Finish finish) {
    return finish.steps() > RunCommand.MOST_STEPS_AGAIN ? fault : fault.withoutCalls();
  }

  /// The calls as a fault tells them, without variables: each stands where it called the next.
  private static List<Frame> calls(Runner.Finish finish) {
    List<Frame> frames = new ArrayList<>();
    if (finish.ending() instanceof Ending.Failed(Fault fault)) {
      Optional<Span> at = fault.span();
      for (Fault.Call call : fault.calls()) {
        frames.add(new Frame(call.function(), at, new LinkedHashMap<>()));
        at = call.site();
      }
    }
    return frames;
  }

  private Optional<String> complaint(Runner.Finish finish) {
    return switch (finish.ending()) {
      case Ending.Halted() -> Optional.empty();
      case Ending.Failed(Fault fault) ->
          Optional.of(failure(fault, finish).render(loaded.source()));
      case Ending.BudgetSpent(Budget.Limit limit) -> Optional.of(spent(limit, finish));
      case Ending.Garbled(String why) ->
          Optional.of(
              loaded.source().name()
                  + ": error: the network is garbled after "
                  + finish.steps()
                  + " steps: "
                  + why);
    };
  }

  private String spent(Budget.Limit limit, Runner.Finish finish) {
    long allowed =
        switch (limit) {
          case STEPS -> budget.steps();
          case CELLS -> budget.cells();
          case DEPTH -> budget.depth();
        };
    String message =
        String.format(
            Locale.ROOT,
            "the budget for %s (%,d) is spent after %,d steps",
            limit.noun(),
            allowed,
            finish.steps());
    String hint = "Raise it with " + limit.option() + " if the program is meant to take more.";
    return new Fault(message, finish.reached(), Optional.of(hint)).render(loaded.source());
  }

  private ObjectNode summary(Runner.Finish finish) {
    ObjectNode node = JsonTrees.MAPPER.createObjectNode();
    node.put("program", loaded.source().name()).put("language", loaded.language().name());
    node.put("sha256", loaded.hash().hex()).put("steps", finish.steps());
    switch (finish.ending()) {
      case Ending.Halted() -> {
        node.put("outcome", "halted");
        finish.output().ifPresent(it -> node.set("value", ValueJson.toNode(it)));
      }
      case Ending.Failed(Fault fault) -> {
        node.put("outcome", "failed").put("message", fault.message());
        fault
            .span()
            .map(span -> Place.of(span, loaded.source()))
            .ifPresent(at -> DiagnosticJson.put(node, at));
      }
      case Ending.BudgetSpent(Budget.Limit limit) ->
          node.put("outcome", "budget spent").put("limit", limit.noun());
      case Ending.Garbled(String why) -> node.put("outcome", "garbled").put("message", why);
    }
    printed.forEach(node.withArray("printed")::add);
    return node;
  }
}
