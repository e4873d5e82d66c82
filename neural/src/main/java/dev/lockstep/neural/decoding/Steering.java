package dev.lockstep.neural.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/// What restricts a task while it runs, as arrays that live as long as its session: the automaton's
/// state and whether it is done, for each sample, and the automaton's tables.
record Steering(int halt, int among, double temperature, NDList arrays) {

  static Steering of(NDManager manager, Task task) {
    int samples = task.prompts().size();
    NDArray state = manager.zeros(new Shape(samples), DataType.INT64);
    NDArray done = manager.zeros(new Shape(samples), DataType.BOOLEAN);
    NDArray allowed =
        task.automaton()
            .map(it -> manager.create(it.allowed(), new Shape(it.states(), it.classes())))
            .orElseGet(() -> manager.create(new boolean[0]));
    NDArray following =
        task.automaton()
            .map(it -> manager.create(it.following(), new Shape(it.states(), it.classes())))
            .orElseGet(() -> manager.create(new long[0]));
    int among =
        switch (task.strategy()) {
          case Strategy.Greedy _ -> 0;
          case Strategy.Sampled sampled -> sampled.among();
        };
    double temperature =
        switch (task.strategy()) {
          case Strategy.Greedy _ -> 1;
          case Strategy.Sampled sampled -> sampled.temperature();
        };
    return new Steering(
        task.halt(), among, temperature, new NDList(state, done, allowed, following));
  }
}
