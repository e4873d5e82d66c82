package dev.lockstep.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.neural.ModelFileError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where training stands, besides what the trainer itself keeps: enough to go on after an
/// interruption as if there had been none.
///
/// @param added the numbers of the fresh inputs that were added, in order
/// @param drawn how many fresh inputs were drawn
/// @param fromTraces the standing after the first phase, once that is over
record ScratchpadState(
    ScratchpadPlan plan,
    String program,
    List<Integer> added,
    int drawn,
    List<ScratchpadFigures.Standing> fromTraces,
    List<Progress.Report> curve) {
  private static final String FILE = "scratchpad.json";

  ScratchpadState {
    added = List.copyOf(added);
    fromTraces = List.copyOf(fromTraces);
    curve = List.copyOf(curve);
  }

  void write(Path directory) {
    try {
      Files.writeString(directory.resolve(FILE), JsonTrees.MAPPER.writeValueAsString(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Throws `ModelFileError` where the directory holds no such state.
  static ScratchpadState read(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new ModelFileError(directory + ": no training to resume: it has no " + FILE);
    }
    try {
      return JsonTrees.MAPPER.readValue(Files.readString(file), ScratchpadState.class);
    } catch (JsonProcessingException e) {
      throw new ModelFileError(file + ": damaged: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new ModelFileError(file + ": cannot be read: " + e.getMessage());
    }
  }
}
