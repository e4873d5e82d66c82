package dev.lockstep.words;

import java.util.Arrays;
import java.util.List;

/// Words by address from 0 on, 0 where nothing was stored: an immutable trie of 16 words a leaf, so
/// that storing a word copies a few short arrays and shares the rest.
///
/// Equal content is equal, however it came about; the hash is kept up with every word.
public final class Memory {
  public static final Memory EMPTY = new Memory(Leaf.ZERO, 0, 0, 0);

  private static final int BITS = 4;
  private static final int FAN = 1 << BITS;

  private final Node root;
  private final int height; // branches above a leaf
  private final long used; // words other than 0
  private final long hash;

  private Memory(Node root, int height, long used, long hash) {
    this.root = root;
    this.height = height;
    this.used = used;
    this.hash = hash;
  }

  /// A leaf or a branch; `Leaf.ZERO` stands for zeros at any height.
  private sealed interface Node {}

  private static final class Leaf implements Node {
    static final Leaf ZERO = new Leaf(new long[FAN]);
    final long[] words;

    Leaf(long[] words) {
      this.words = words;
    }
  }

  private static final class Branch implements Node {
    final Node[] below;

    Branch(Node[] below) {
      this.below = below;
    }
  }

  public static Memory of(List<Long> words) {
    Memory memory = EMPTY;
    for (int i = 0; i < words.size(); i++) {
      memory = memory.with(i, words.get(i));
    }
    return memory;
  }

  /// The word at `address`, which is not negative.
  public long get(long address) {
    if (!reaches(address)) {
      return 0;
    }
    Node at = root;
    for (int level = height; at instanceof Branch branch; level--) {
      at = branch.below[slot(address, level)];
    }
    return ((Leaf) at).words[slot(address, 0)];
  }

  /// This with `value` at `address`, which is not negative.
  public Memory with(long address, long value) {
    long old = get(address);
    if (old == value) {
      return this;
    }
    Node grown = root;
    int levels = height;
    while (address >>> (BITS * (levels + 1)) != 0) {
      grown = above(grown);
      levels++;
    }
    return new Memory(
        stored(grown, levels, address, value),
        levels,
        used + (value == 0 ? 0 : 1) - (old == 0 ? 0 : 1),
        hash + mixed(address, value) - mixed(address, old));
  }

  /// Words other than 0.
  public long used() {
    return used;
  }

  private boolean reaches(long address) {
    int bits = BITS * (height + 1);
    return bits >= Long.SIZE || address >>> bits == 0;
  }

  private static Node above(Node node) {
    if (isZero(node)) {
      return Leaf.ZERO;
    }
    Node[] below = new Node[FAN];
    Arrays.fill(below, Leaf.ZERO);
    below[0] = node;
    return new Branch(below);
  }

  private static Node stored(Node node, int level, long address, long value) {
    if (level == 0) {
      long[] words = ((Leaf) node).words.clone();
      words[slot(address, 0)] = value;
      return new Leaf(words);
    }
    Node[] below;
    if (node instanceof Branch branch) {
      below = branch.below.clone();
    } else {
      below = new Node[FAN];
      Arrays.fill(below, Leaf.ZERO);
    }
    int slot = slot(address, level);
    below[slot] = stored(below[slot], level - 1, address, value);
    return new Branch(below);
  }

  private static int slot(long address, int level) {
    return (int) (address >>> (BITS * level)) & (FAN - 1);
  }

  private static long mixed(long address, long value) {
    long mixed = (address + 1) * 0x9E3779B97F4A7C15L ^ value;
    mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
    return value == 0 ? 0 : mixed ^ mixed >>> 32;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Memory that) || used != that.used || hash != that.hash) {
      return false;
    }
    Node one = root;
    Node two = that.root;
    for (int level = height; level < that.height; level++) {
      one = above(one);
    }
    for (int level = that.height; level < height; level++) {
      two = above(two);
    }
    return same(one, two);
  }

  @SuppressWarnings("ReferenceEquality") // shared parts end the walk early
  private static boolean same(Node one, Node two) {
    if (one == two) {
      return true;
    }
    if (one instanceof Branch a && two instanceof Branch b) {
      for (int i = 0; i < FAN; i++) {
        if (!same(a.below[i], b.below[i])) {
          return false;
        }
      }
      return true;
    }
    if (one instanceof Leaf a && two instanceof Leaf b) {
      return Arrays.equals(a.words, b.words);
    }
    return isZero(one) && isZero(two); // zeros that were never stored beside zeros that were
  }

  private static boolean isZero(Node node) {
    return switch (node) {
      case Leaf leaf -> Arrays.stream(leaf.words).allMatch(word -> word == 0);
      case Branch branch -> Arrays.stream(branch.below).allMatch(Memory::isZero);
    };
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }

  /// `{0=5, 7=-1}`: the words other than 0.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    show(root, height, 0, out);
    return out.isEmpty() ? "{}" : "{" + out.substring(2) + "}";
  }

  private static void show(Node node, int level, long first, StringBuilder out) {
    switch (node) {
      case Branch branch -> {
        for (int i = 0; i < FAN; i++) {
          show(branch.below[i], level - 1, first + ((long) i << (BITS * level)), out);
        }
      }
      case Leaf leaf -> {
        for (int i = 0; i < FAN; i++) {
          if (leaf.words[i] != 0) {
            out.append(", ").append(first + i).append('=').append(leaf.words[i]);
          }
        }
      }
    }
  }
}
