package dev.lockstep.neural.kernels;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Native code in one call: a TorchScript module whose source is a resource of this package.
/// Numbers that vary go in as tensors; no text from outside ever becomes part of a script.
///
/// Any number of threads may call it at once.
public final class Kernel implements AutoCloseable {
  private final PtSymbolBlock block;

  private Kernel(PtSymbolBlock block) {
    this.block = block;
  }

  /// Loads the methods of these resources, such as `common.py`, as one module.
  public static Kernel load(NDManager manager, String... resources) {
    StringBuilder methods = new StringBuilder();
    for (String resource : resources) {
      methods.append(source(resource)).append('\n');
    }
    byte[] archive = ScriptArchive.of(methods.toString());
    try {
      return new Kernel(
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(archive), false, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Calls a method. The results belong to the manager of the first input.
  ///
  /// @param inputs the arguments in order; consecutive arrays named `NAME[]` are one list argument
  /// @param gradients whether what is computed can be differentiated inside the script
  public NDList call(String method, NDList inputs, boolean gradients) {
    // Without the optimizing executor a call computes the same bits the first time and ever after.
    JniUtils.setGraphExecutorOptimize(false);
    try (NDArray selector = inputs.head().getManager().create(0)) {
      selector.setName("module_method:" + method);
      NDList all = new NDList(inputs);
      all.add(selector);
      return IValueUtils.forward(block, all, gradients);
    }
  }

  @Override
  public void close() {
    block.close();
  }

  private static String source(String resource) {
    try (InputStream in = Kernel.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no kernel source `" + resource + "`");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
