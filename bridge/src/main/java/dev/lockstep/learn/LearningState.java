package dev.lockstep.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lockstep.execute.Window;
import dev.lockstep.machine.JsonTrees;
import dev.lockstep.neural.ModelFileError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Where training stands, besides what the trainer itself keeps: enough to go on after an
/// interruption as if there had been none.
///
/// @param plan the plan it follows
/// @param program the hash of the program it learns
/// @param added counterexamples in the order they were added
/// @param fromTraces the standing after the first phase, once that is over
/// @param curve the moments reported
record LearningState(
    LearningPlan plan,
    String program,
    List<List<Integer>> added,
    List<LoopedFigures.Standing> fromTraces,
    List<Progress.Report> curve) {
  static final String FILE = "learning.json";

  LearningState {
    added = List.copyOf(added);
    fromTraces = List.copyOf(fromTraces);
    curve = List.copyOf(curve);
  }

  static List<Integer> listed(Window window) {
    return IntStream.of(window.cells()).boxed().toList();
  }

  static Window window(List<Integer> listed) {
    return Window.of(listed.stream().mapToInt(Integer::intValue).toArray());
  }

  void write(Path directory) {
    try {
      Files.writeString(directory.resolve(FILE), JsonTrees.MAPPER.writeValueAsString(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Throws `ModelFileError` where the directory holds no such state.
  static LearningState read(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new ModelFileError(directory + ": no training to resume: it has no " + FILE);
    }
    try {
      return JsonTrees.MAPPER.readValue(Files.readString(file), LearningState.class);
    } catch (JsonProcessingException e) {
      throw new ModelFileError(file + ": damaged: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new ModelFileError(file + ": cannot be read: " + e.getMessage());
    }
  }
}
