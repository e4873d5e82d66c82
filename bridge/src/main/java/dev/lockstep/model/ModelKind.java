package dev.lockstep.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.ModelSpec;
import java.util.List;

/// What a model is for: how configurations are shown to its network, and the network's shape.
public sealed interface ModelKind {
  /// The name in `model.json`.
  String name();

  ModelSpec network();

  /// One step for every cell of a row, from the window around it.
  ///
  /// @param contents the names of a cell's contents; a class of the network is an index into it
  /// @param blank the content of an untouched cell
  /// @param radius cells on each side of a window's middle
  record Looped(List<String> contents, int blank, int radius, LocalSpec network)
      implements ModelKind {
    public static final String NAME = "looped";

    public Looped {
      contents = List.copyOf(contents);
    }

    @Override
    public String name() {
      return NAME;
    }
  }

  /// The whole trace, written token by token.
  ///
  /// @param notation how the trace is spelt: whatever the executor needs to spell it again
  record Scratchpad(ObjectNode notation, ModelSpec network) implements ModelKind {
    public static final String NAME = "scratchpad";

    public Scratchpad {
      notation = notation.deepCopy();
    }

    @Override
    public ObjectNode notation() {
      return notation.deepCopy();
    }

    @Override
    public String name() {
      return NAME;
    }
  }
}
