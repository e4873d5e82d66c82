package dev.lockstep.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.grammar.Deep;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueJsonTest {
  private static final String NOISE = "[]{}\",:0123456789-+.eE \n\\\0x";
  private static final String STRANGE = "a\"\\\n\t\u0001é𝔘\u2028 /";

  /// The oracle is Jackson's tree, read and written by code of its own.
  @Test
  void valuesAreReadAndWrittenAsTreesAre() throws IOException {
    RandomGenerator random = new SplittableRandom(5);
    for (int i = 0; i < 500; i++) {
      Value value = value(random, 4);
      String text = ValueJson.print(value);
      assertThat(text).isEqualTo(JsonTrees.MAPPER.writeValueAsString(ValueJson.toNode(value)));
      assertThat(ValueJson.parse(text)).isEqualTo(value);
      assertThat(ValueJson.of(JsonTrees.MAPPER.readTree(text))).isEqualTo(value);
    }
  }

  /// What is read without Jackson is what Jackson reads, and most inputs are read so; texts are
  /// damaged, so that much of this is no JSON.
  @Test
  void plainJsonIsReadAsAllJsonIs() {
    RandomGenerator random = new SplittableRandom(6);
    int plain = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = damaged(ValueJson.print(value(random, 3)), random);
      Optional<Value> read = PlainJson.read(text);
      read.ifPresent(it -> assertThat(it).as(text).isEqualTo(ValueJson.parseWhole(text)));
      plain += read.isPresent() ? 1 : 0;
    }
    assertThat(plain).isGreaterThan(2_000);
    for (String input :
        List.of("{\"n\": 5}", " [1 ,\n-20,0]", "\"101\"", "{\"é\":[{}, [ ], null]}")) {
      assertThat(PlainJson.read(input)).contains(ValueJson.parseWhole(input));
    }
  }

  /// As it is, or with some characters changed, gone or new.
  private static String damaged(String json, RandomGenerator random) {
    StringBuilder text = new StringBuilder(json);
    for (int i = random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      char other = NOISE.charAt(random.nextInt(NOISE.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, other);
        case 1 -> text.insert(at, other);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''          | not JSON: expected a value, found nothing",
        "1 2         | not JSON: expected the end, found more (column 3)",
        "[1, 2.50]   | expected `[1]` to be an integer, found 2.50",
        "{\"a\": {\"b\": [1e3]}} | expected `a.b[0]` to be an integer, found 1e3",
        "1.5         | expected an integer, found 1.5",
        "{\"a\": 1, \"a\": 2} | not JSON: Duplicate field 'a' (column 13)",
        "[1          | not JSON: Unexpected end-of-input: expected close marker for Array (column 3)",
      })
  void whatIsWrongIsNamed(String json, String message) {
    assertThatThrownBy(() -> ValueJson.parse(json))
        .isInstanceOf(InputError.class)
        .hasMessage(message);
  }

  @Test
  void nestingEndsWhereTheLimitIs() {
    int deep = ValueJson.DEEPEST;
    String nested = "[".repeat(deep) + "]".repeat(deep);
    assertThat(Deep.call(() -> ValueJson.print(ValueJson.parse(nested)))).isEqualTo(nested);
    assertThatThrownBy(() -> Deep.call(() -> ValueJson.parse("[" + nested + "]")))
        .hasMessage("JSON nested more than 10,000 deep");
  }

  private static Value value(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 ->
          new Value.Int(new BigInteger(random.nextInt(1, 200), java.util.Random.from(random)));
      case 1 -> new Value.Bool(random.nextBoolean());
      case 2 -> new Value.Nothing();
      case 3 -> new Value.Text(STRANGE.substring(0, random.nextInt(6)) + STRANGE.substring(6));
      case 4 -> {
        List<Value> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(random, depth - 1));
        }
        yield new Value.Items(items);
      }
      default -> {
        LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          fields.put("k" + i, value(random, depth - 1));
        }
        yield new Value.Fields(fields);
      }
    };
  }
}
