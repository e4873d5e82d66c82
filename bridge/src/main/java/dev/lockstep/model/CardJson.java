package dev.lockstep.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.machine.ProgramHash;
import dev.lockstep.neural.Arithmetic;
import dev.lockstep.neural.LocalSpec;
import dev.lockstep.neural.ModelFileError;
import dev.lockstep.neural.ModelSpec;
import dev.lockstep.neural.SpecJson;
import java.util.List;

/// `model.json` to and from a card.
final class CardJson {
  static final String FORMAT = "lockstep-model";
  static final int VERSION = 1;

  private CardJson() {}

  static ObjectNode write(ModelCard card) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT).put("version", VERSION);
    json.put("lockstep", card.lockstep());
    json.put("kind", card.kind().name());
    json.put("language", card.language());
    json.putObject("program").put("file", card.programFile()).put("sha256", card.program().hex());
    json.putObject("weights").put("file", ModelDirectory.WEIGHTS).put("sha256", card.weights());
    json.set("network", SpecJson.write(card.kind().network()));
    json.set("notation", notation(card.kind()));
    json.put("seed", card.seed()).put("steps", card.steps());
    json.set("figures", card.figures());
    Arithmetic arithmetic = card.arithmetic();
    json.putObject("arithmetic")
        .put("engine", arithmetic.engine())
        .put("version", arithmetic.version())
        .put("device", arithmetic.device())
        .put("threads", arithmetic.threads())
        .put("dtype", arithmetic.dtype());
    return json;
  }

  private static ObjectNode notation(ModelKind kind) {
    return switch (kind) {
      case ModelKind.Looped(List<String> contents, int blank, int radius, _) -> {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("blank", blank).put("radius", radius);
        contents.forEach(node.putArray("contents")::add);
        yield node;
      }
      case ModelKind.Scratchpad scratchpad -> scratchpad.notation();
    };
  }

  static ModelCard read(JsonFields json) {
    if (!json.text("format").equals(FORMAT)) {
      throw new ModelFileError(json.where() + ": not a Lockstep model");
    }
    long version = json.whole("version");
    if (version != VERSION) {
      throw new ModelFileError(
          json.where() + ": format version " + version + ", this Lockstep reads " + VERSION);
    }
    try {
      return new ModelCard(
          kind(json),
          json.text("language"),
          json.object("program").text("file"),
          new ProgramHash(json.object("program").text("sha256")),
          json.whole("seed"),
          json.whole("steps"),
          json.object("figures").node(),
          arithmetic(json.object("arithmetic")),
          json.object("weights").text("sha256"),
          json.text("lockstep"));
    } catch (IllegalArgumentException e) {
      throw new ModelFileError(json.where() + ": " + e.getMessage());
    }
  }

  private static ModelKind kind(JsonFields json) {
    ModelSpec network = SpecJson.read(json.field("network"), json.where());
    JsonFields notation = json.object("notation");
    String kind = json.text("kind");
    if (kind.equals(ModelKind.Looped.NAME) && network instanceof LocalSpec local) {
      return looped(notation, local);
    }
    if (kind.equals(ModelKind.Scratchpad.NAME)) {
      return new ModelKind.Scratchpad(notation.node(), network);
    }
    throw new ModelFileError(
        json.where() + ": field `kind`: no `" + kind + "` model has such a network");
  }

  private static ModelKind looped(JsonFields notation, LocalSpec network) {
    List<String> contents = notation.texts("contents");
    if (contents.size() != network.classes()) {
      throw new ModelFileError(
          notation.where()
              + ": "
              + contents.size()
              + " contents for a network of "
              + network.classes()
              + " classes");
    }
    int blank = notation.between("blank", 0, contents.size() - 1);
    int radius = notation.between("radius", 0, 1 << 10);
    return new ModelKind.Looped(contents, blank, radius, network);
  }

  private static Arithmetic arithmetic(JsonFields json) {
    return new Arithmetic(
        json.text("engine"),
        json.text("version"),
        json.text("device"),
        json.between("threads", 0, 1 << 16),
        json.text("dtype"));
  }
}
