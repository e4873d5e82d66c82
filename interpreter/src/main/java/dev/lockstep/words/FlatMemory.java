package dev.lockstep.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words by address from 0 on, changed in place: near ones in an array, far ones in a map.
public final class FlatMemory {
  private static final int NEAR = 1 << 22;

  private long[] near;
  private final Map<Long, Long> far = new HashMap<>();
  private long used; // words other than 0

  public FlatMemory(List<Long> words) {
    near = Arrays.copyOf(words.stream().mapToLong(it -> it).toArray(), Math.max(64, words.size()));
    used = words.stream().filter(it -> it != 0).count();
  }

  /// The word at `address`, which is not negative.
  public long get(long address) {
    if (address < near.length) {
      return near[(int) address];
    }
    return address < NEAR ? 0 : far.getOrDefault(address, 0L);
  }

  /// Stores `value` at `address`, which is not negative.
  public void set(long address, long value) {
    if (address >= near.length) {
      if (address >= NEAR) {
        setFar(address, value);
        return;
      }
      near = Arrays.copyOf(near, (int) Math.min(NEAR, Math.max(address + 1, 2L * near.length)));
    }
    int at = (int) address;
    used += (value == 0 ? 0 : 1) - (near[at] == 0 ? 0 : 1);
    near[at] = value;
  }

  private void setFar(long address, long value) {
    Long old = value == 0 ? far.remove(address) : far.put(address, value);
    used += (value == 0 ? 0 : 1) - (old == null ? 0 : 1);
  }

  /// Words other than 0.
  public long used() {
    return used;
  }

  /// The words at the first addresses, to work on in place; whoever does so says with `used` how
  /// many words are not 0 then.
  public long[] near() {
    return near;
  }

  public void used(long words) {
    used = words;
  }
}
