package dev.lockstep.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageWriterTest {
  @Test
  void textIsEscapedEverywhere() {
    Page page =
        new Page(
            "a < b",
            "\"lead\" & more",
            List.of(
                new Block.Prose("<script>"),
                new Block.Table("", List.of("<h>"), List.of(List.of("<cell>"))),
                new Block.Code("", "x < y && y > z")));
    String html = PageWriter.html(page);
    assertThat(html)
        .contains("a &lt; b", "&quot;lead&quot; &amp; more", "&lt;script&gt;", "&lt;h&gt;")
        .contains("&lt;cell&gt;", "x &lt; y &amp;&amp; y &gt; z")
        .doesNotContain("<script");
  }

  @Test
  void theFirstDivergenceIsMarkedAndWhatFollowsIsDimmed() {
    Block.SideBySide comparison =
        new Block.SideBySide(
            "",
            "interpreter",
            "network",
            List.of(
                new Block.Pair("0", "a", "a"),
                new Block.Pair("1", "b", "c"),
                new Block.Pair("2", "d", "e")),
            OptionalInt.of(1));
    String html = PageWriter.html(new Page("t", "l", List.of(comparison)));
    assertThat(html).containsOnlyOnce("<tr class=\"diverged\"><td class=\"number\">1</td>");
    assertThat(html).containsOnlyOnce("<tr class=\"after\"><td class=\"number\">2</td>");
  }

  @Test
  void aPageRefersToNothingOutsideItself(@TempDir Path folder) throws IOException {
    Plots.Curve curve = new Plots.Curve("loss", List.of(1.0, 2.0, 3.0), List.of(1.0, 0.1, 0.01));
    Page page =
        new Page(
            "t",
            "l",
            List.of(
                new Block.Picture(
                    Plots.lines("step", "loss", Plots.Axes.LOG_Y, List.of(curve)), "c", false),
                new Block.Picture(
                    SpaceTime.of(List.of(new int[] {0, 1}, new int[] {1, 0}), 10, i -> i * 255),
                    "st",
                    true)));
    Path file = folder.resolve("deep/page.html");
    PageWriter.write(page, file);
    assertThat(Files.readString(file))
        .contains("data:image/png;base64,")
        .doesNotContain("http://", "https://", "src=\"/");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aTableRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> new Block.Table("", List.of("a", "b"), List.of(List.of("1"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 cells under 2 headings");
  }
}
