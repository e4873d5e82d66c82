package dev.lockstep.neural;

import java.nio.file.Path;
import java.util.SequencedMap;

/// Named tensors in the published safetensors format: eight bytes of header length, a JSON header,
/// the elements. Little-endian; `F32`, `F64` and `I64` only.
@SuppressWarnings("DoNotCallSuggester")
public final class SafeTensors {
  private SafeTensors() {}

  /// Writes a file atomically: a temporary file beside it, then a move.
  public static void write(Path file, SequencedMap<String, HostTensor> tensors) {
    throw new UnsupportedOperationException();
  }

  /// Reads a file that may come from anywhere. Throws `ModelFileError` for what is damaged: a
  /// header beyond the limits, duplicate names, unknown types, holes or overlaps, missing or extra
  /// bytes.
  public static SequencedMap<String, HostTensor> read(Path file) {
    throw new UnsupportedOperationException();
  }
}
