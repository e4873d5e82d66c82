package dev.lockstep.model;

import dev.lockstep.neural.ModelFileError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// The file `SHA256SUMS` of a directory: the hash and name of every other file, as `sha256sum`
/// writes and checks them.
final class Checksums {
  static final String FILE = "SHA256SUMS";

  private Checksums() {}

  /// The text for these files of `directory`, in this order.
  static String of(Path directory, List<String> files) {
    return files.stream()
        .map(file -> sha256(directory.resolve(file)) + "  " + file + "\n")
        .collect(Collectors.joining());
  }

  /// Throws `ModelFileError` where a file is missing or is not what the checksums say.
  static void check(Path directory, List<String> files) {
    Path sums = directory.resolve(FILE);
    String said = text(sums);
    for (String file : files) {
      Path path = directory.resolve(file);
      if (!Files.isRegularFile(path)) {
        throw new ModelFileError(path + ": no such file; the model is incomplete");
      }
      String line = sha256(path) + "  " + file;
      if (said.lines().noneMatch(line::equals)) {
        throw new ModelFileError(path + ": damaged: its SHA-256 is not the one in " + FILE);
      }
    }
    if (!said.equals(of(directory, files))) {
      throw new ModelFileError(sums + ": damaged: it is not the list of the model's files");
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException _) {
      throw new ModelFileError(file + ": no such file; the model is incomplete");
    } catch (IOException e) {
      throw new ModelFileError(file + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
