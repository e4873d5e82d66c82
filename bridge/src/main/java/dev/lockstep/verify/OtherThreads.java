package dev.lockstep.verify;

import dev.lockstep.execute.LogitNetwork;
import dev.lockstep.execute.WindowNetwork;
import dev.lockstep.execute.WindowShape;
import dev.lockstep.model.ModelDirectory;
import dev.lockstep.model.ModelKind;
import dev.lockstep.model.StoredModel;
import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.LocalModel;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// A stored looped model computed with another number of native threads, in a process of its own:
/// the engine fixes that number when it starts.
public final class OtherThreads implements LogitNetwork {
  private final Path model;
  private final int threads;

  public OtherThreads(Path model, int threads) {
    this.model = model;
    this.threads = threads;
  }

  /// Throws `UncheckedIOException` where the process cannot be run to its end.
  @Override
  public float[][] logits(int[][] windows) {
    ProcessBuilder builder =
        JavaProcess.of(
            OtherThreads.class,
            List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=" + threads,
                "-Dai.djl.pytorch.num_interop_threads=1"),
            List.of(model.toString()));
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
    builder.environment().put("MKL_NUM_THREADS", Integer.toString(threads));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
        write(out, windows);
      }
      try (DataInputStream in = new DataInputStream(process.getInputStream())) {
        return read(in, windows.length);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, int[][] windows) throws IOException {
    out.writeInt(windows.length);
    for (int[] window : windows) {
      for (int content : window) {
        out.writeInt(content);
      }
    }
  }

  private static float[][] read(DataInputStream in, int rows) throws IOException {
    float[][] logits = new float[rows][in.readInt()];
    for (float[] row : logits) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.readFloat();
      }
    }
    return logits;
  }

  /// The process: windows from standard input, logits to standard output.
  public static void main(String[] arguments) throws IOException {
    StoredModel stored = ModelDirectory.read(Path.of(arguments[0]));
    if (!(stored.card().kind() instanceof ModelKind.Looped looped)) {
      throw new IllegalArgumentException("not a looped model: " + arguments[0]);
    }
    WindowShape shape = new WindowShape(looped.contents().size(), looped.radius());
    DataInputStream in = new DataInputStream(System.in);
    int[][] windows = new int[in.readInt()][shape.cells()];
    for (int[] window : windows) {
      for (int i = 0; i < window.length; i++) {
        window[i] = in.readInt();
      }
    }
    DataOutputStream out = new DataOutputStream(System.out);
    try (LocalModel model = LocalModel.of(looped.network(), stored.weights(), Hardware.CPU)) {
      out.writeInt(shape.contents());
      for (float[] row : new WindowNetwork(shape, model).logits(windows)) {
        for (float logit : row) {
          out.writeFloat(logit);
        }
      }
    }
    out.flush();
  }
}
