package dev.lockstep.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Grain;
import dev.lockstep.machine.Note;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.machine.ValueJson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The lines of a trace file as JSON objects. Readers throw `IllegalArgumentException` or
/// `InputError` where an object is not such a line.
public final class TraceJson {
  private TraceJson() {}

  /// The header that `node` is.
  public static TraceHeader header(JsonNode node) {
    return header(new JsonFields(node));
  }

  /// The outcome that `node` is.
  public static TraceOutcome outcome(JsonNode node) {
    JsonFields fields = new JsonFields(node);
    return outcome(fields, fields.number("steps"));
  }

  public static ObjectNode write(TraceHeader header) {
    ObjectNode line = object();
    boolean all = header.selection().isAll();
    line.put("format", TraceHeader.FORMAT)
        .put("version", all ? TraceHeader.VERSION : TraceHeader.VERSION_OF_SELECTIONS);
    line.put("language", header.language()).put("executor", header.executor());
    line.putObject("program")
        .put("name", header.programName())
        .put("sha256", header.programHash().hex());
    line.set("input", ValueJson.toNode(header.input()));
    header.seed().ifPresent(seed -> line.put("seed", seed));
    line.putObject("budget")
        .put("steps", header.budget().steps())
        .put("cells", header.budget().cells())
        .put("depth", header.budget().depth());
    line.putObject("versions")
        .put("lockstep", header.versions().lockstep())
        .put("java", header.versions().java());
    if (!all) {
      line.set("selection", write(header.selection()));
    }
    return line;
  }

  static TraceHeader header(JsonFields line) {
    String format = line.text("format");
    if (!format.equals(TraceHeader.FORMAT)) {
      throw new IllegalArgumentException(
          "not a trace: expected the format `" + TraceHeader.FORMAT + "`, found `" + format + "`");
    }
    long version = line.number("version");
    if (version != TraceHeader.VERSION && version != TraceHeader.VERSION_OF_SELECTIONS) {
      throw new IllegalArgumentException("expected version 1 or 2 of the format, found " + version);
    }
    Selection selection =
        version == TraceHeader.VERSION ? Selection.ALL : selection(line.object("selection"));
    JsonFields program = line.object("program");
    JsonFields budget = line.object("budget");
    JsonFields versions = line.object("versions");
    OptionalLong seed =
        line.optional("seed").map(it -> OptionalLong.of(seed(it))).orElseGet(OptionalLong::empty);
    TraceHeader header =
        new TraceHeader(
            line.text("language"),
            line.text("executor"),
            program.text("name"),
            new ProgramHash(program.text("sha256")),
            ValueJson.of(line.required("input")),
            seed,
            new Budget(budget.number("steps"), budget.number("cells"), budget.count("depth")),
            new Versions(versions.text("lockstep"), versions.text("java")),
            selection);
    List.of(program, budget, versions, line).forEach(JsonFields::done);
    return header;
  }

  private static ObjectNode write(Selection selection) {
    ObjectNode node =
        object()
            .put("grain", selection.grain().name().toLowerCase(Locale.ROOT))
            .put("every", selection.every())
            .put("from", selection.from());
    return selection.to() == Long.MAX_VALUE ? node : node.put("to", selection.to());
  }

  private static Selection selection(JsonFields fields) {
    String grain = fields.text("grain");
    Grain finest =
        Arrays.stream(Grain.values())
            .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(grain))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("`grain`: unknown grain `" + grain + "`"));
    long to = fields.optional("to").isPresent() ? fields.number("to") : Long.MAX_VALUE;
    Selection selection = new Selection(finest, fields.number("every"), fields.number("from"), to);
    fields.done();
    return selection;
  }

  private static long seed(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new IllegalArgumentException("`seed`: expected a 64-bit integer, found " + node);
    }
    return node.longValue();
  }

  static <D> TraceEvent<D> event(JsonFields line, DeltaJson<D> json) {
    TraceEvent<D> event =
        new TraceEvent<>(
            line.number("step"),
            line.optional("at").map(TraceJson::place),
            line.items("reads").stream().map(TraceJson::read).toList(),
            line.items("checks").stream().map(it -> text("checks", it)).toList(),
            json.read(line.required("delta")),
            line.items("printed").stream().map(it -> text("printed", it)).toList());
    line.done();
    return event;
  }

  private static String text(String name, JsonNode node) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException("`" + name + "`: expected texts, found " + node);
    }
    return node.textValue();
  }

  private static Note.Read read(JsonNode node) {
    JsonFields fields = new JsonFields(node);
    Note.Read read = new Note.Read(fields.text("place"), ValueJson.of(fields.required("value")));
    fields.done();
    return read;
  }

  public static ObjectNode write(TraceOutcome outcome, long steps) {
    ObjectNode line = object();
    switch (outcome) {
      case TraceOutcome.Halted(var value) -> {
        line.put("outcome", "halted").put("steps", steps);
        value.ifPresent(it -> line.set("value", ValueJson.toNode(it)));
      }
      case TraceOutcome.Failed(String message, var at, var hint) -> {
        line.put("outcome", "failed").put("steps", steps).put("message", message);
        at.ifPresent(place -> line.set("at", write(place)));
        hint.ifPresent(it -> line.put("hint", it));
      }
      case TraceOutcome.BudgetSpent(Budget.Limit limit) ->
          line.put("outcome", "budget spent").put("steps", steps).put("limit", name(limit));
      case TraceOutcome.Garbled(String why) ->
          line.put("outcome", "garbled").put("steps", steps).put("why", why);
    }
    return line;
  }

  /// Throws too where the line does not count `steps`.
  static TraceOutcome outcome(JsonFields line, long steps) {
    if (line.number("steps") != steps) {
      throw new IllegalArgumentException(
          "`steps`: expected " + steps + ", the events above, found " + line.number("steps"));
    }
    String kind = line.text("outcome");
    TraceOutcome outcome =
        switch (kind) {
          case "halted" -> new TraceOutcome.Halted(line.optional("value").map(ValueJson::of));
          case "failed" ->
              new TraceOutcome.Failed(
                  line.text("message"),
                  line.optional("at").map(TraceJson::place),
                  line.optionalText("hint"));
          case "budget spent" -> new TraceOutcome.BudgetSpent(limit(line.text("limit")));
          case "garbled" -> new TraceOutcome.Garbled(line.text("why"));
          default -> throw new IllegalArgumentException("unknown outcome `" + kind + "`");
        };
    line.done();
    return outcome;
  }

  static ObjectNode write(Place place) {
    ObjectNode node = object();
    place.file().ifPresent(it -> node.put("file", it));
    return node.put("line", place.line())
        .put("column", place.column())
        .put("length", place.length())
        .put("text", place.text());
  }

  private static Place place(JsonNode node) {
    JsonFields fields = new JsonFields(node);
    Place place =
        new Place(
            fields.optionalText("file"),
            fields.count("line"),
            fields.count("column"),
            fields.count("length"),
            fields.text("text"));
    fields.done();
    return place;
  }

  private static String name(Budget.Limit limit) {
    return limit.name().toLowerCase(Locale.ROOT);
  }

  private static Budget.Limit limit(String name) {
    Optional<Budget.Limit> found =
        Arrays.stream(Budget.Limit.values()).filter(it -> name(it).equals(name)).findFirst();
    return found.orElseThrow(
        () -> new IllegalArgumentException("`limit`: unknown limit `" + name + "`"));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
