package dev.lockstep.neural.decoding;

import dev.lockstep.neural.Hardware;
import dev.lockstep.neural.Network;
import dev.lockstep.neural.engine.TransformerModel;
import dev.lockstep.neural.host.HostDecoder;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Opens sessions with a model, in plain Java or with kernels.
final class Lanes {
  private final TransformerModel model;
  private final Writer.Means means;
  private final AtomicReference<Optional<Laid>> laid = new AtomicReference<>(Optional.empty());

  /// A model's weights laid out for plain Java, as they were at a version.
  private record Laid(long version, HostDecoder decoder) {}

  Lanes(TransformerModel model, Writer.Means means) {
    this.model = model;
    this.means = means;
  }

  /// Begins `samples` texts of at most `longest` positions.
  Session open(int samples, int longest) {
    boolean host =
        switch (means) {
          case HOST -> true;
          case KERNELS -> false;
          case EITHER ->
              HostDecoder.covers(model.spec())
                  && model.hardware() == Hardware.CPU
                  && (samples <= HostDecoder.atOnce() || !model.hasKernels());
        };
    return host
        ? new HostSession(decoder(), samples, longest)
        : new KernelSession(model, samples, longest);
  }

  /// The decoder of the weights as they are now.
  private HostDecoder decoder() {
    Network network = model.network();
    return network
        .reading(
            _ -> {
              Optional<Laid> last = laid.get();
              if (last.isPresent() && last.get().version() == network.version()) {
                return last.get();
              }
              Laid now =
                  new Laid(network.version(), new HostDecoder(model.spec(), network.weights()));
              laid.set(Optional.of(now));
              return now;
            })
        .decoder();
  }
}
