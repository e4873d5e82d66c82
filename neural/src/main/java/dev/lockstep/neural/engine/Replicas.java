package dev.lockstep.neural.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import dev.lockstep.neural.ComputeDevice;
import dev.lockstep.neural.engine.Route.Lesson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// A model and its copies on further devices, among which the parts of a batch are divided.
///
/// In each round every device gathers the gradients of one part, all at once; then they are added
/// on the first device in the order of the parts. The sum is the same bits on any number of devices
/// of one kind, and without a copy this is plain accumulation.
final class Replicas implements AutoCloseable {
  private final TransformerModel first;
  private final List<Replica> others = new ArrayList<>();
  private final ExecutorService workers;

  /// How a part becomes arrays of a device. Asked in the order of the parts, by one thread.
  @FunctionalInterface
  interface Lessons {
    Lesson of(int part, TransformerModel model, NDManager own);
  }

  /// @param further devices of the model's hardware; the same one may be named again
  Replicas(TransformerModel first, List<ComputeDevice> further) {
    this.first = first;
    for (ComputeDevice device : further) {
      if (device.hardware() != first.hardware()) { // its rounding would be another
        throw new IllegalArgumentException(
            "the model is on the %s, so it cannot be trained on %s too"
                .formatted(first.hardware(), device));
      }
    }
    this.workers =
        Executors.newFixedThreadPool(
            Math.max(1, further.size()),
            Thread.ofPlatform().daemon().name("replica-", 0).factory());
    try {
      further.forEach(device -> others.add(new Replica(first.copyOn(device))));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /// The model's device and the further ones.
  int devices() {
    return 1 + others.size();
  }

  /// The model and its copies.
  List<TransformerModel> models() {
    return Stream.concat(Stream.of(first), others.stream().map(other -> other.model)).toList();
  }

  /// Adds the gradients of all parts to `sums`, which are zero before, and are zero again where
  /// this fails: loss and accuracy, by their shares.
  double[] gather(NDManager own, int parts, NDList sums, Lessons lessons) {
    double[] measured = new double[2];
    try {
      others.forEach(other -> other.follow(own, first));
      for (int from = 0; from < parts; from += devices()) {
        int to = Math.min(parts, from + devices());
        for (double[] one : round(own, from, to, sums, lessons)) {
          measured[0] += one[0];
          measured[1] += one[1];
        }
      }
    } catch (RuntimeException | Error e) {
      zero(sums);
      others.forEach(other -> zero(other.gradients));
      throw e;
    }
    return measured;
  }

  private List<double[]> round(NDManager own, int from, int to, NDList sums, Lessons lessons) {
    List<double[]> measured = new ArrayList<>();
    List<CompletableFuture<double[]>> begun = new ArrayList<>();
    try (NDManager here = own.newSubManager()) {
      try {
        Lesson lesson = lessons.of(from, first, here);
        for (int part = from + 1; part < to; part++) {
          begun.add(others.get(part - from - 1).begin(part, lessons, workers));
        }
        measured.add(first.route().gather(here, lesson, sums));
      } finally { // whatever happened here, nobody works on when this is left
        CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new))
            .handle((_, _) -> true)
            .join();
      }
      for (int i = 0; i < begun.size(); i++) {
        measured.add(result(begun.get(i)));
        others.get(i).handOver(here, sums);
      }
    }
    return measured;
  }

  private static double[] result(CompletableFuture<double[]> ended) {
    try {
      return ended.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw e;
      }
    }
  }

  private static void zero(NDList arrays) {
    arrays.forEach(array -> array.muli(0));
  }

  /// Ends the threads and frees the copies; the model stays open.
  @Override
  public void close() {
    workers.close();
    others.forEach(other -> other.model.close());
  }

  /// A copy of the model and the gradients of one part.
  private static final class Replica {
    private final TransformerModel model;
    private final NDList gradients = new NDList(); // each named `G[]`

    Replica(TransformerModel model) {
      this.model = model;
      for (NDArray parameter : model.network().parameters()) {
        NDArray gradient = parameter.zerosLike();
        gradient.setName("G[]");
        gradients.add(gradient);
        parameter.setRequiresGradient(true);
      }
    }

    /// Takes over the parameters of the first model as they are now.
    void follow(NDManager own, TransformerModel first) {
      try (NDManager here = own.newSubManager()) {
        for (int i = 0; i < gradients.size(); i++) {
          NDArray parameter = model.network().parameters().get(i);
          NDArray newest = first.network().parameters().get(i).stopGradient();
          newest.attach(here);
          parameter.setRequiresGradient(false); // what has gradients is not overwritten
          parameter.set(new NDIndex("..."), newest);
          parameter.setRequiresGradient(true);
        }
      }
    }

    CompletableFuture<double[]> begin(int part, Lessons lessons, Executor workers) {
      NDManager there = model.network().manager().newSubManager();
      try {
        Lesson lesson = lessons.of(part, model, there);
        return CompletableFuture.supplyAsync(
                () -> model.route().gather(there, lesson, gradients), workers)
            .whenComplete((_, _) -> there.close());
      } catch (RuntimeException | Error e) {
        there.close();
        throw e;
      }
    }

    /// Adds the gradients to `sums`, on the device of these.
    void handOver(NDManager here, NDList sums) {
      for (int i = 0; i < gradients.size(); i++) {
        NDArray gradient = gradients.get(i).stopGradient();
        gradient.attach(here);
        sums.get(i).addi(gradient.toDevice(here.getDevice(), false));
      }
      zero(gradients);
    }
  }
}
