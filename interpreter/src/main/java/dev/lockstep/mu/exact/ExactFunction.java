package dev.lockstep.mu.exact;

import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.mu.code.Flow;
import dev.lockstep.mu.code.Formula;
import dev.lockstep.mu.code.MuInstruction;
import dev.lockstep.mu.machine.Evaluation;
import dev.lockstep.mu.value.MuValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One call of a function that is too large for a method of the JVM: its instructions are taken one
/// by one, by the steps that compiled code calls. The rest of the program is compiled.
final class ExactFunction {
  private final ExactRun run;
  private final Map<String, MuValue> variables = new HashMap<>();
  private final Map<String, Loop> loops = new HashMap<>();
  private long frame; // the memory cells of the variables

  private ExactFunction(ExactRun run) {
    this.run = run;
  }

  /// A `for` under way.
  private sealed interface Loop {
    record Counting(MuValue upcoming, MuValue to) implements Loop {}

    record Walking(MuValue over, int visited, int length) implements Loop {}
  }

  /// As the method of a compiled function: null where the function gives nothing.
  static MuValue call(MuValue[] arguments, ExactRun run, String function) {
    ExactFunction call = new ExactFunction(run);
    List<MuParameter> parameters = run.code.parameters(function);
    for (int i = 0; i < arguments.length; i++) {
      call.variables.put(parameters.get(i).name(), arguments[i]);
    }
    call.frame = ExactSteps.cells(arguments);
    int site = run.code.entry(function);
    while (!(run.at(site) instanceof MuInstruction.Return)) {
      site = call.step(run.at(site));
    }
    return call.giveBack((MuInstruction.Return) run.at(site));
  }

  private MuValue giveBack(MuInstruction.Return it) {
    MuValue value = it.value().map(this::value).orElse(null);
    ExactSteps.leave(value, frame, it.site(), run);
    return value;
  }

  private MuValue value(Formula formula) {
    Evaluation evaluation = new Evaluation(variables::get, run.heap);
    MuValue value = evaluation.value(formula);
    run.reads.addAll(evaluation.reads());
    return value;
  }

  private MuValue[] values(List<Formula> formulas) {
    return formulas.stream().map(this::value).toArray(MuValue[]::new);
  }

  /// Where it goes on.
  private int step(MuInstruction instruction) {
    int site = instruction.site();
    switch (instruction) {
      case MuInstruction.Bind it -> {
        MuValue value = value(it.value());
        frame = ExactSteps.bind(variables.get(it.variable()), value, frame, site, run);
        variables.put(it.variable(), value);
      }
      case MuInstruction.NewList it -> {
        MuValue[] elements = values(it.elements());
        frame = ExactTables.newList(elements, variables.get(it.variable()), frame, site, run);
        variables.put(it.variable(), run.given);
      }
      case MuInstruction.NewTable it -> {
        MuValue[] entries = values(it.entries());
        frame = ExactTables.newTable(entries, variables.get(it.variable()), frame, site, run);
        variables.put(it.variable(), run.given);
      }
      case MuInstruction.Gather it -> {
        MuValue from = value(it.from());
        frame = ExactTables.gather(from, variables.get(it.variable()), frame, site, run);
        variables.put(it.variable(), run.given);
      }
      case MuInstruction.Pop it -> pop(it);
      case MuInstruction.Call it -> call(it);
      case MuInstruction.Branch it -> {
        return ExactSteps.branch(value(it.condition()), site, run) ? it.then() : it.otherwise();
      }
      case MuInstruction.Turn it -> {
        return turn(it);
      }
      case MuInstruction.StartRange it -> {
        Loop.Counting loop = new Loop.Counting(value(it.from()), value(it.to()));
        ExactSteps.startRange(loop.upcoming(), loop.to(), site, run);
        loops.put(it.variable(), loop);
      }
      case MuInstruction.StartWalk it -> {
        MuValue over = value(it.list());
        int length = ExactSteps.startWalk(over, site, run);
        loops.put(it.variable(), new Loop.Walking(over, 0, length));
      }
      case MuInstruction.Break it -> {
        MuValue old = variables.remove(it.variable());
        frame = ExactSteps.leaveLoop(old, frame, site, run);
      }
      case MuInstruction other -> effect(other);
    }
    return Flow.next(instruction);
  }

  /// An instruction that binds nothing and leads nowhere else.
  private void effect(MuInstruction instruction) {
    int site = instruction.site();
    switch (instruction) {
      case MuInstruction.SetElement it ->
          ExactTables.setElement(value(it.list()), value(it.index()), value(it.value()), site, run);
      case MuInstruction.Push it ->
          ExactTables.push(value(it.list()), value(it.value()), site, run);
      case MuInstruction.Remove it ->
          ExactTables.remove(value(it.table()), value(it.key()), site, run);
      case MuInstruction.Print it -> ExactSteps.print(value(it.value()), site, run);
      case MuInstruction.Assert it -> ExactSteps.held(value(it.condition()), site, run);
      case MuInstruction.Require it -> ExactSteps.held(value(it.condition()), site, run);
      case MuInstruction.Check it -> ExactSteps.held(value(it.condition()), site, run);
      case MuInstruction other -> throw new IllegalArgumentException("no mere effect: " + other);
    }
  }

  private void pop(MuInstruction.Pop it) {
    MuValue old = it.variable().map(variables::get).orElse(null);
    frame = ExactTables.pop(value(it.list()), old, frame, it.site(), run);
    it.variable().ifPresent(name -> variables.put(name, run.given));
  }

  private void call(MuInstruction.Call it) {
    MuValue[] arguments = values(it.arguments());
    ExactSteps.enter(arguments, it.site(), run);
    MuValue result = run.compiled.call(it.function(), arguments, run);
    if (it.variable().isEmpty()) {
      ExactSteps.dropped(run);
      return;
    }
    String variable = it.variable().get();
    frame = ExactSteps.returned(variables.get(variable), result, frame, run);
    variables.put(variable, result);
  }

  private int turn(MuInstruction.Turn it) {
    String variable = it.variable();
    Loop loop = loops.get(variable);
    boolean turns =
        switch (loop) {
          case Loop.Counting(MuValue upcoming, MuValue to) -> ExactSteps.turns(upcoming, to);
          case Loop.Walking(MuValue over, int visited, int length) ->
              ExactSteps.walks(over, visited, length, it.site(), run);
        };
    if (!turns) {
      frame = ExactSteps.endLoop(variables.remove(variable), frame, it.site(), run);
      return it.next();
    }
    MuValue value =
        switch (loop) {
          case Loop.Counting(MuValue upcoming, MuValue to) -> {
            loops.put(variable, new Loop.Counting(ExactSteps.after(upcoming), to));
            yield upcoming;
          }
          case Loop.Walking(MuValue over, int visited, int length) -> {
            loops.put(variable, new Loop.Walking(over, visited + 1, length));
            yield run.given;
          }
        };
    frame = ExactSteps.turn(variables.get(variable), value, frame, it.site(), run);
    variables.put(variable, value);
    return it.body();
  }
}
