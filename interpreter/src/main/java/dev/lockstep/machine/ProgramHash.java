package dev.lockstep.machine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What models, traces and certificates call a program by: the SHA-256 of its printed form, as 64
/// lower-case hexadecimal digits. Layout and comments of the source do not change it.
public record ProgramHash(String hex) {
  public ProgramHash {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: `" + hex + "`");
    }
  }

  public static <P> ProgramHash of(Language<P, ?, ?> language, P program) {
    return ofPrinted(language.print(program));
  }

  /// The hash of a program that `Language.print` printed.
  public static ProgramHash ofPrinted(String printed) {
    byte[] digest = sha256().digest(printed.getBytes(StandardCharsets.UTF_8));
    return new ProgramHash(HexFormat.of().formatHex(digest));
  }

  /// The first 12 digits, enough to tell programs apart on a screen.
  public String brief() {
    return hex.substring(0, 12);
  }

  @Override
  public String toString() {
    return hex;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
