package dev.lockstep.examples.library;

/// Roman numerals by shortening strokes.
final class Roman {
  private Roman() {}

  static String numeral(int n) {
    return "I"
        .repeat(n)
        .replace("IIIII", "V")
        .replace("VV", "X")
        .replace("XXXXX", "L")
        .replace("LL", "C")
        .replace("CCCCC", "D")
        .replace("DD", "M")
        .replace("VIIII", "IX")
        .replace("IIII", "IV")
        .replace("LXXXX", "XC")
        .replace("XXXX", "XL")
        .replace("DCCCC", "CM")
        .replace("CCCC", "CD");
  }
}
