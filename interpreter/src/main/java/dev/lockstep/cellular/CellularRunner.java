package dev.lockstep.cellular;

import dev.lockstep.grammar.cellular.Boundary;
import dev.lockstep.grammar.cellular.CellularProgram;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.Ending;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.StepSink;
import dev.lockstep.machine.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The same runs as the machine's, 64 cells at a time. An endless board is a piece that grows
/// before anything reaches its edge.
public final class CellularRunner implements Runner<Flips> {
  private static final int MARGIN = 64; // dead cells around the pattern when a piece is laid out

  private final CellularProgram program;
  private final BitRule rule;

  public CellularRunner(CellularProgram program) {
    this.program = program;
    this.rule = BitRule.of(program.rule());
  }

  /// A cellular automaton prints nothing.
  @Override
  public Optional<Finish> run(Value input, Budget budget, Predicate<String> printed) {
    CellularInput read = CellularInput.read(input, program);
    Run run = new Run(read);
    Ending ending = run.go(read.last(), budget);
    Optional<Value> output =
        run.generation == read.last()
            ? Optional.of(CellularMachine.answer(program, run.generation, run.live()))
            : Optional.empty();
    return Optional.of(new Finish(ending, run.generation, Optional.empty(), output));
  }

  @Override
  public Optional<Finish> trace(Value input, Budget budget, StepSink<Flips> sink) {
    return Runner.reference(new CellularMachine(program)).trace(input, budget, sink);
  }

  private final class Run {
    private Bits bits;
    private int left; // the column and line of the board's first cell
    private int top;
    private long generation;

    Run(CellularInput input) {
      switch (program.boundary()) {
        case Boundary.Torus(int width, int height) -> {
          bits = new Bits(width, height);
          input.live().forEach(cell -> bits.set(cell.x(), cell.y()));
        }
        case Boundary.Open() -> layOut(input.live());
      }
    }

    /// A piece around the cells, with room on all sides.
    private void layOut(Iterable<Cell> live) {
      int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
      for (Cell cell : live) {
        box[0] = Math.min(box[0], cell.x());
        box[1] = Math.min(box[1], cell.y());
        box[2] = Math.max(box[2], cell.x());
        box[3] = Math.max(box[3], cell.y());
      }
      int width = box[2] < box[0] ? 0 : box[2] - box[0] + 1;
      int height = box[2] < box[0] ? 0 : box[3] - box[1] + 1;
      int sides = MARGIN + Math.max(width, height) / 2;
      left = (width == 0 ? 0 : box[0]) - sides;
      top = program.isRow() ? 0 : (height == 0 ? 0 : box[1]) - sides;
      bits = new Bits(width + 2 * sides, program.isRow() ? 1 : height + 2 * sides);
      live.forEach(cell -> bits.set(cell.x() - left, cell.y() - top));
    }

    Ending go(long last, Budget budget) {
      boolean counts = (long) bits.width() * bits.height() > budget.cells();
      if (budget.depth() < 1) {
        return new Ending.BudgetSpent(Budget.Limit.DEPTH);
      }
      while (true) {
        if (counts && bits.population() > budget.cells()) {
          return new Ending.BudgetSpent(Budget.Limit.CELLS);
        }
        if (generation == last) {
          return new Ending.Halted();
        }
        if (generation == budget.steps()) {
          return new Ending.BudgetSpent(Budget.Limit.STEPS);
        }
        if (program.boundary() instanceof Boundary.Open && bits.touchesEdge(rule.radius())) {
          layOut(live());
          counts = (long) bits.width() * bits.height() > budget.cells();
        }
        bits = rule.next(bits);
        generation++;
      }
    }

    Set<Cell> live() {
      Set<Cell> live = new HashSet<>();
      bits.each((x, y) -> live.add(new Cell(x + left, y + top)));
      return live;
    }
  }
}
