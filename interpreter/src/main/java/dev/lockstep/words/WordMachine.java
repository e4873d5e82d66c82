package dev.lockstep.words;

import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Next;
import dev.lockstep.machine.Value;
import java.util.Optional;

/// An assembled program on a processor as a machine: a step takes nearly constant time and shares
/// memory with the step before.
///
/// The input is a list of numbers that fit into words, or a text where the program says `.io text`;
/// after the halt the output is what was written, in the same form.
public final class WordMachine implements Machine<WordConfiguration, WordDelta> {
  private final Image image;
  private final Processor processor;
  private final int registers;
  private final Memory memory;

  public WordMachine(Image image, Processor processor, int registers) {
    this.image = image;
    this.processor = processor;
    this.registers = registers;
    this.memory = Memory.of(image.memory());
  }

  @Override
  public WordConfiguration start(Value input) {
    return new WordConfiguration(
        0, Memory.EMPTY, memory, Ports.input(input, image), 0, Written.NOTHING);
  }

  @Override
  public Next<WordDelta> next(WordConfiguration configuration) {
    return processor.next(configuration);
  }

  @Override
  public WordConfiguration apply(WordConfiguration now, WordDelta delta) {
    Word word = image.word();
    require(!processor.halts(now.position()), "a step after the halt", delta);
    require(word.holds(delta.next()), "no address", delta);
    return switch (delta) {
      case WordDelta.Put(Space space, long address, long value, long next) -> {
        require(isCell(space, address) && word.holds(value), "no such word", delta);
        yield now.store(space, address, value, next);
      }
      case WordDelta.Take(Space space, long address, long value, long next) -> {
        require(isCell(space, address) && word.holds(value), "no such word", delta);
        require(now.hasInput(), "the input has ended", delta);
        yield now.used().store(space, address, value, next);
      }
      case WordDelta.Emit(long value, long next) -> {
        require(word.holds(value), "no such word", delta);
        yield now.emit(value, next);
      }
      case WordDelta.Go(long next) -> now.go(next);
    };
  }

  private boolean isCell(Space space, long address) {
    return switch (space) {
      case MEMORY -> address >= 0 && address <= image.word().greatest();
      case REGISTER -> address >= 0 && address < registers;
    };
  }

  private static void require(boolean holds, String why, WordDelta delta) {
    if (!holds) {
      throw new IllegalArgumentException(why + ": " + delta.describe());
    }
  }

  @Override
  public Optional<Value> output(WordConfiguration configuration) {
    return processor.halts(configuration.position())
        ? Optional.of(Ports.output(configuration.written().words(), image))
        : Optional.empty();
  }

  /// Words of memory and registers other than 0, and words written.
  @Override
  public long cells(WordConfiguration configuration) {
    return configuration.cells();
  }
}
