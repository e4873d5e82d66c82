package dev.lockstep.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/// A PNG picture in memory, as the `data:` address that a page can hold.
public record Png(String address) {
  public static Png of(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory
    }
    return of(bytes.toByteArray());
  }

  public static Png of(byte[] png) {
    return new Png("data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }
}
