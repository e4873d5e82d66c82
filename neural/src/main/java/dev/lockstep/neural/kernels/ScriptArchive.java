package dev.lockstep.neural.kernels;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A TorchScript module without parameters, assembled in memory from its source: the smallest
/// archive that the engine loads.
final class ScriptArchive {
  /// The newest archive version that the engine reads; under older numbers some operations are
  /// silently replaced by their former meanings.
  private static final String VERSION = "10\n";

  /// `GLOBAL __torch__ M; EMPTY_TUPLE; NEWOBJ; {training: False}; BUILD; STOP`: an object of the
  /// class `M` of the source.
  private static final String OBJECT = "\u0080\2c__torch__\nM\n)\u0081}X\10\0\0\0training\u0089sb.";

  /// An empty tuple.
  private static final String NO_CONSTANTS = "\u0080\2).";

  private ScriptArchive() {}

  /// The archive of a class with these methods.
  ///
  /// @param methods method definitions in TorchScript's serialized form, indented by two spaces
  static byte[] of(String methods) {
    String header =
        "class M(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      entry(zip, "m/data.pkl", OBJECT.getBytes(StandardCharsets.ISO_8859_1));
      entry(zip, "m/code/__torch__.py", (header + methods).getBytes(StandardCharsets.UTF_8));
      entry(zip, "m/constants.pkl", NO_CONSTANTS.getBytes(StandardCharsets.ISO_8859_1));
      entry(zip, "m/version", VERSION.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nothing here touches a disk
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
