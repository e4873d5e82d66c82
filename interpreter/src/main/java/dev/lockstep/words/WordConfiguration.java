package dev.lockstep.words;

/// All there is to know at one instant of a run.
///
/// @param position the address or number of the instruction that comes next
/// @param read how many words of the input are used up
public record WordConfiguration(
    long position, Memory registers, Memory memory, Input inputs, int read, Written written)
    implements View {
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
    return read < inputs.length();
  }

  @Override
  public long input() {
    return inputs.get(read);
  }

  long cells() {
    return registers.used() + memory.used() + written.length();
  }

  WordConfiguration store(Space space, long address, long value, long next) {
    return space == Space.MEMORY
        ? new WordConfiguration(next, registers, memory.with(address, value), inputs, read, written)
        : new WordConfiguration(
            next, registers.with(address, value), memory, inputs, read, written);
  }

  WordConfiguration used() {
    return new WordConfiguration(position, registers, memory, inputs, read + 1, written);
  }

  WordConfiguration emit(long value, long next) {
    return new WordConfiguration(next, registers, memory, inputs, read, written.plus(value));
  }

  WordConfiguration go(long next) {
    return new WordConfiguration(next, registers, memory, inputs, read, written);
  }

  /// `@4 r{1=5} {0=3} out [7]`.
  @Override
  public String toString() {
    return "@"
        + position
        + (registers.used() == 0 ? "" : " r" + registers)
        + " "
        + memory
        + (written.length() == 0 ? "" : " out " + written);
  }
}
