package dev.lockstep.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Pages as HTML: one file with its styles and pictures inside, readable offline and without
/// scripts.
public final class PageWriter {
  private PageWriter() {}

  /// Writes the page atomically: a reader sees the old file or the new one.
  public static void write(Page page, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    long process = ProcessHandle.current().pid();
    Path draft = folder.resolve("." + file.getFileName() + "." + process + ".draft");
    try {
      Files.writeString(draft, html(page));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  public static String html(Page page) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        <p class="lead">%s</p>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(
            escape(page.title()),
            resource("page.css"),
            escape(page.title()),
            escape(page.lead()),
            page.blocks().stream().map(PageWriter::html).collect(Collectors.joining("\n")));
  }

  private static String html(Block block) {
    return switch (block) {
      case Block.Heading(String text) -> "<h2>" + escape(text) + "</h2>";
      case Block.Prose(String text) -> "<p>" + escape(text) + "</p>";
      case Block.Statement(String title, List<String> lines) ->
          "<section class=\"statement\"><h3>"
              + escape(title)
              + "</h3>"
              + each(lines, line -> "<p>" + escape(line) + "</p>")
              + "</section>";
      case Block.Figures(List<Block.Figure> figures) ->
          "<div class=\"figures\">" + each(figures, PageWriter::html) + "</div>";
      case Block.Table table -> html(table);
      case Block.Picture(Png png, String caption, boolean pixelated) ->
          "<figure><img%s src=\"%s\" alt=\"%s\"><figcaption>%s</figcaption></figure>"
              .formatted(
                  pixelated ? " class=\"pixels\"" : "",
                  png.address(),
                  escape(caption),
                  escape(caption));
      case Block.SideBySide comparison -> html(comparison);
      case Block.Code(String caption, String text) ->
          "<figure><pre>" + escape(text) + "</pre>" + caption(caption) + "</figure>";
    };
  }

  private static String html(Block.Figure figure) {
    return "<div class=\"%s\"><strong>%s</strong><span>%s</span></div>"
        .formatted(
            figure.good() ? "good" : "bad", escape(figure.value()), escape(figure.meaning()));
  }

  private static String html(Block.Table table) {
    return "<figure class=\"wide\"><table><thead><tr>"
        + each(table.header(), name -> "<th>" + escape(name) + "</th>")
        + "</tr></thead><tbody>"
        + each(table.rows(), row -> "<tr>" + each(row, PageWriter::cell) + "</tr>")
        + "</tbody></table>"
        + caption(table.caption())
        + "</figure>";
  }

  private static String cell(String text) {
    boolean number = text.matches("[-+−]?[0-9].*");
    return (number ? "<td class=\"number\">" : "<td>") + escape(text) + "</td>";
  }

  private static String html(Block.SideBySide it) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < it.pairs().size(); i++) {
      Block.Pair pair = it.pairs().get(i);
      boolean first = it.diverged().equals(OptionalInt.of(i));
      boolean after = it.diverged().isPresent() && i > it.diverged().getAsInt();
      rows.append(first ? "<tr class=\"diverged\">" : after ? "<tr class=\"after\">" : "<tr>")
          .append("<td class=\"number\">")
          .append(escape(pair.label()))
          .append("</td><td>")
          .append(escape(pair.left()))
          .append("</td><td>")
          .append(escape(pair.right()))
          .append("</td></tr>");
    }
    return "<figure class=\"wide\"><table class=\"trace\"><thead><tr><th>step</th><th>"
        + escape(it.leftTitle())
        + "</th><th>"
        + escape(it.rightTitle())
        + "</th></tr></thead><tbody>"
        + rows
        + "</tbody></table>"
        + caption(it.caption())
        + "</figure>";
  }

  private static String caption(String text) {
    return text.isEmpty() ? "" : "<figcaption>" + escape(text) + "</figcaption>";
  }

  private static <T> String each(List<T> items, java.util.function.Function<T, String> html) {
    return items.stream().map(html).collect(Collectors.joining());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource(String name) {
    try (InputStream in = PageWriter.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a resource of this jar
    }
  }
}
