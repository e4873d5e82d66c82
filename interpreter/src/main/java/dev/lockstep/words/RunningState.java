package dev.lockstep.words;

import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.machine.Value;
import java.util.Arrays;
import java.util.Collections;

/// The state of a run, changed in place.
public final class RunningState implements View {
  private final FlatMemory memory;
  private final FlatMemory registers;
  private final Input input;
  private int read;
  private long[] written = new long[16];
  private int length; // of what is written
  private long position;
  private long before; // the position of the last step, where a sprint took it

  /// Throws `InputError` as `WordMachine.start` does.
  public RunningState(Image image, Value value, int registers) {
    this.memory = new FlatMemory(image.memory());
    this.registers = new FlatMemory(Collections.nCopies(registers, 0L));
    this.input = Ports.input(value, image);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public long register(int number) {
    return registers.get(number);
  }

  @Override
  public long memory(long address) {
    return memory.get(address);
  }

  @Override
  public boolean hasInput() {
    return read < input.length();
  }

  @Override
  public long input() {
    return input.get(read);
  }

  public FlatMemory memory() {
    return memory;
  }

  /// After steps whose last one led from `from` to `next`.
  public void sprinted(long from, long next) {
    before = from;
    position = next;
  }

  /// Where the last step of the last sprint was taken.
  long before() {
    return before;
  }

  public void take(WordDelta delta) {
    switch (delta) {
      case WordDelta.Put(Space space, long address, long value, _) -> store(space, address, value);
      case WordDelta.Take(Space space, long address, long value, _) -> {
        read++;
        store(space, address, value);
      }
      case WordDelta.Emit(long value, _) -> emit(value);
      case WordDelta.Go _ -> {}
    }
    position = delta.next();
  }

  private void store(Space space, long address, long value) {
    (space == Space.MEMORY ? memory : registers).set(address, value);
  }

  private void emit(long value) {
    if (length == written.length) {
      written = Arrays.copyOf(written, 2 * length);
    }
    written[length++] = value;
  }

  public long cells() {
    return memory.used() + registers.used() + length;
  }

  /// Words of registers other than 0, and words written: what `cells` counts besides memory.
  public long cellsBesideMemory() {
    return registers.used() + length;
  }

  long[] written() {
    return Arrays.copyOf(written, length);
  }
}
