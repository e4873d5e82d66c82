package dev.lockstep.cellular;

import dev.lockstep.grammar.cellular.Boundary;
import dev.lockstep.grammar.cellular.CellularProgram;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/// A cellular automaton as a machine: a step is a generation, and its delta is what changes.
///
/// A run halts after the number of generations that its input asks for, or else the program; where
/// neither does it has no end. The output is the generation, the number of live cells and the
/// pattern.
public final class CellularMachine implements Machine<CellularConfiguration, Flips> {
  private final CellularProgram program;
  private final Board board;
  private final LocalTable table;

  public CellularMachine(CellularProgram program) {
    this.program = program;
    this.board = new Board(program);
    this.table = new LocalTable(program.rule());
  }

  @Override
  public CellularConfiguration start(Value input) {
    CellularInput read = CellularInput.read(input, program);
    return new CellularConfiguration(0, read.last(), HashTreePSet.from(read.live()));
  }

  @Override
  public Next<Flips> next(CellularConfiguration configuration) {
    if (configuration.over()) {
      return new Next.Halt<>();
    }
    List<Cell> born = new ArrayList<>();
    List<Cell> died = new ArrayList<>();
    PSet<Cell> live = configuration.live();
    for (Cell cell : candidates(live)) {
      boolean next = table.alive(board.window(cell, live));
      if (next != live.contains(cell)) {
        (next ? born : died).add(cell);
      }
    }
    return new Next.Do<>(
        new Flips(born.stream().sorted().toList(), died.stream().sorted().toList()));
  }

  private Set<Cell> candidates(Set<Cell> live) {
    return program.boundary() instanceof Boundary.Torus torus && !program.rule().quiet()
        ? Board.all(torus)
        : board.near(live);
  }

  @Override
  public CellularConfiguration apply(CellularConfiguration configuration, Flips flips) {
    if (configuration.over()) {
      throw new IllegalArgumentException(
          "a generation after the last, " + configuration.generation());
    }
    PSet<Cell> live = configuration.live();
    Set<Cell> flipped = new HashSet<>();
    for (Cell cell : flips.born()) {
      require(!live.contains(cell), cell, "is born and alive already");
      require(board.holds(cell), cell, "is not on the board");
      require(flipped.add(cell), cell, "is born twice");
    }
    for (Cell cell : flips.died()) {
      require(live.contains(cell), cell, "dies and is not alive");
      require(flipped.add(cell), cell, "dies twice");
    }
    return new CellularConfiguration(
        configuration.generation() + 1,
        configuration.last(),
        live.minusAll(flips.died()).plusAll(flips.born()));
  }

  private static void require(boolean holds, Cell cell, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("cell " + cell + " " + otherwise);
    }
  }

  @Override
  public Optional<Value> output(CellularConfiguration configuration) {
    return configuration.over()
        ? Optional.of(answer(program, configuration.generation(), configuration.live()))
        : Optional.empty();
  }

  static Value answer(CellularProgram program, long generation, Set<Cell> live) {
    SequencedMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("generation", Value.of(generation));
    fields.put("alive", Value.of(live.size()));
    fields.put("pattern", Value.of(Patterns.print(live, program)));
    return new Value.Fields(fields);
  }

  /// The live cells.
  @Override
  public long cells(CellularConfiguration configuration) {
    return configuration.live().size();
  }
}
