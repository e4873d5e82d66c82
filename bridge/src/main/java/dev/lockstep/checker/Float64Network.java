package dev.lockstep.checker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The looped executor's network in plain float64: one window in, one logit for each content out.
///
/// With N a layer norm: `x` is the embedding of the middle content, `s` the normed embeddings of
/// each cell's content and place; in each layer `x` gains attention of `N(x)` over `s`, then a
/// feed-forward block of `N(x)`; the logits are a linear map of `N(x)`.
public final class Float64Network {
  private final int contents;
  private final int cells;
  private final int width;
  private final int heads;
  private final double[] query; // (contents, width)
  private final double[] slot; // (contents, width)
  private final double[] place; // (cells, width)
  private final Norm slotNorm;
  private final List<Layer> layers = new ArrayList<>();
  private final Norm headNorm;
  private final Linear head;
  private final String weightsSha256;
  private final String program;

  /// Reads a model directory. Throws a `RuntimeException` whose message names the file where it is
  /// not a looped model with whole weights.
  public Float64Network(Path directory) {
    JsonNode card = read(directory.resolve("model.json"));
    JsonNode spec = card.path("network");
    contents = spec.path("classes").asInt();
    cells = spec.path("slots").asInt();
    width = spec.path("width").asInt();
    heads = spec.path("heads").asInt();
    int hidden = spec.path("hidden").asInt();
    boolean looped =
        card.path("kind").asText().equals("looped")
            && spec.path("activation").asText().equalsIgnoreCase("relu");
    if (!looped || contents < 1 || cells < 1 || hidden < 1 || heads < 1 || width % heads != 0) {
      throw new BadFile(directory.resolve("model.json"), "not a looped model of ReLU layers");
    }
    program = card.path("program").path("sha256").asText();
    WeightsFile weights = new WeightsFile(directory.resolve("weights.safetensors"));
    weightsSha256 = weights.sha256();
    if (!card.path("weights").path("sha256").asText().equals(weightsSha256)) {
      throw new BadFile(directory, "model.json names other weights");
    }
    query = weights.tensor("query.embedding.0", contents, width);
    slot = weights.tensor("slot.embedding.0", contents, width);
    place = weights.tensor("slot.embedding.1", cells, width);
    slotNorm = new Norm(weights, "slot.norm", width);
    for (int i = 0; i < spec.path("layers").asInt(); i++) {
      layers.add(new Layer(weights, "layer." + i + ".", hidden));
    }
    headNorm = new Norm(weights, "head.norm", width);
    head = new Linear(weights, "head", contents, width, true);
    weights.requireAllRead();
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new BadFile(file, "damaged: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new BadFile(file, "cannot be read: " + e.getMessage());
    }
  }

  /// The number of contents of a cell.
  public int contents() {
    return contents;
  }

  /// Cells of a window.
  public int cells() {
    return cells;
  }

  /// The hash of the program that the model was trained on, in hex.
  public String program() {
    return program;
  }

  /// The SHA-256 of the weights' file, in hex.
  public String weightsSha256() {
    return weightsSha256;
  }

  /// One logit for each content that the middle cell of `window` may hold next.
  public double[] logits(int[] window) {
    double[][] s = new double[cells][width];
    for (int i = 0; i < cells; i++) {
      for (int j = 0; j < width; j++) {
        s[i][j] = slot[window[i] * width + j] + place[i * width + j];
      }
      s[i] = slotNorm.of(s[i]);
    }
    double[] x = new double[width];
    System.arraycopy(query, window[cells / 2] * width, x, 0, width);
    for (Layer layer : layers) {
      add(x, layer.attention(x, s));
      add(x, layer.feedForward(x));
    }
    return head.of(headNorm.of(x));
  }

  private static void add(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      x[i] += y[i];
    }
  }

  private final class Layer {
    private final Norm attentionNorm;
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear out;
    private final Norm feedForwardNorm;
    private final Linear up;
    private final Linear down;

    Layer(WeightsFile weights, String name, int hidden) {
      attentionNorm = new Norm(weights, name + "attention.norm", width);
      query = new Linear(weights, name + "attention.query", width, width, true);
      key = new Linear(weights, name + "attention.key", width, width, false);
      value = new Linear(weights, name + "attention.value", width, width, false);
      out = new Linear(weights, name + "attention.out", width, width, true);
      feedForwardNorm = new Norm(weights, name + "feedforward.norm", width);
      up = new Linear(weights, name + "feedforward.in", hidden, width, true);
      down = new Linear(weights, name + "feedforward.out", width, hidden, true);
    }

    double[] attention(double[] x, double[][] s) {
      double[] q = query.of(attentionNorm.of(x));
      double[][] keys = key.ofEach(s);
      double[][] values = value.ofEach(s);
      double[] heard = new double[width];
      int size = width / heads;
      for (int from = 0; from < width; from += size) {
        double[] weights = softmax(q, keys, from, size);
        for (int i = 0; i < cells; i++) {
          for (int j = from; j < from + size; j++) {
            heard[j] += weights[i] * values[i][j];
          }
        }
      }
      return out.of(heard);
    }

    private double[] softmax(double[] q, double[][] keys, int from, int size) {
      double[] scores = new double[cells];
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < cells; i++) {
        for (int j = from; j < from + size; j++) {
          scores[i] += q[j] * keys[i][j] / Math.sqrt(size);
        }
        greatest = Math.max(greatest, scores[i]);
      }
      double sum = 0;
      for (int i = 0; i < cells; i++) {
        scores[i] = Math.exp(scores[i] - greatest);
        sum += scores[i];
      }
      for (int i = 0; i < cells; i++) {
        scores[i] /= sum;
      }
      return scores;
    }

    double[] feedForward(double[] x) {
      double[] inner = up.of(feedForwardNorm.of(x));
      for (int i = 0; i < inner.length; i++) {
        inner[i] = Math.max(0, inner[i]);
      }
      return down.of(inner);
    }
  }
}
