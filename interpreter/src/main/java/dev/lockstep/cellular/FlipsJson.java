package dev.lockstep.cellular;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.machine.DeltaJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Deltas as JSON: `{"born":[[3,0]],"died":[[1,0],[2,0]]}`, each cell its column and line.
final class FlipsJson implements DeltaJson<Flips> {
  @Override
  public void write(Flips flips, JsonGenerator json) throws IOException {
    json.writeStartObject();
    write("born", flips.born(), json);
    write("died", flips.died(), json);
    json.writeEndObject();
  }

  private static void write(String field, List<Cell> cells, JsonGenerator json) throws IOException {
    if (cells.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(field);
    for (Cell cell : cells) {
      json.writeStartArray();
      json.writeNumber(cell.x());
      json.writeNumber(cell.y());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  @Override
  public Flips read(JsonNode node) {
    if (!node.isObject()
        || node.propertyStream().anyMatch(it -> !it.getKey().matches("born|died"))) {
      throw new IllegalArgumentException("expected fields `born` and `died`, found `" + node + "`");
    }
    return new Flips(cells(node, "born"), cells(node, "died"));
  }

  /// No field is no cells.
  private static List<Cell> cells(JsonNode node, String field) {
    JsonNode list = node.path(field);
    if (!list.isArray() && !list.isMissingNode()) {
      throw new IllegalArgumentException("field `" + field + "`: expected a list of cells");
    }
    List<Cell> cells = new ArrayList<>();
    for (JsonNode cell : list) {
      if (cell.size() != 2
          || !cell.path(0).canConvertToExactIntegral()
          || !cell.path(0).canConvertToInt()
          || !cell.path(1).canConvertToExactIntegral()
          || !cell.path(1).canConvertToInt()) {
        throw new IllegalArgumentException(
            "field `" + field + "`: expected `[column, line]`, found `" + cell + "`");
      }
      cells.add(new Cell(cell.path(0).intValue(), cell.path(1).intValue()));
    }
    return cells;
  }
}
