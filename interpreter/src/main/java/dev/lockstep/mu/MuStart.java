package dev.lockstep.mu;

import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pcollections.ConsPStack;
import org.pcollections.IntTreePMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// Inputs to first configurations: `main`'s parameters from the fields of a JSON object.
final class MuStart {
  private static final int LONGEST_SHOWN = 60;

  private MuConfiguration now;

  private MuStart(MuCode code) {
    MuFrame frame = MuFrame.entering(MuProgram.MAIN, code.entry(MuProgram.MAIN));
    now =
        new MuConfiguration(
            frame, ConsPStack.empty(), IntTreePMap.empty(), 0, 0, 0, false, Optional.empty());
  }

  /// Throws `InputError` where a parameter is missing, unknown or of another type.
  static MuConfiguration of(MuCode code, Value input) {
    List<MuParameter> parameters = code.parameters(MuProgram.MAIN);
    if (!(input instanceof Value.Fields(var fields))) {
      throw new InputError("expected " + wanted(parameters) + ", found " + shown(input));
    }
    for (String name : fields.keySet()) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
        throw new InputError(
            "unknown field `" + name + "` in the input; expected " + wanted(parameters));
      }
    }
    MuStart start = new MuStart(code);
    for (MuParameter parameter : parameters) {
      Value value = fields.get(parameter.name());
      if (value == null) {
        throw new InputError(
            "no `" + parameter.name() + "` in the input; expected " + wanted(parameters));
      }
      MuValue made = start.value(value, parameter.type(), "`" + parameter.name() + "`");
      start.now = start.now.with(start.now.frame().bind(parameter.name(), made));
    }
    return start.now;
  }

  private MuValue value(Value value, MuType type, String where) {
    return switch (type) {
      case MuType.Int() when value instanceof Value.Int(BigInteger number) ->
          new MuValue.IntValue(number);
      case MuType.Bool() when value instanceof Value.Bool(boolean truth) ->
          new MuValue.BoolValue(truth);
      case MuType.ListOf(MuType element) when value instanceof Value.Items(var items) ->
          list(items, element, where);
      case MuType.Int(), MuType.Bool(), MuType.ListOf _ ->
          throw new InputError(
              "expected " + where + " to be " + wanted(type) + ", found " + shown(value));
    };
  }

  private MuValue list(List<Value> items, MuType type, String where) {
    List<MuValue> elements = new ArrayList<>(items.size());
    long cells = 0;
    for (Value item : items) {
      MuValue element = value(item, type, "element " + elements.size() + " of " + where);
      elements.add(element);
      cells += element.cells();
    }
    int id = now.nextId();
    PVector<MuValue> list = TreePVector.from(elements);
    now = now.with(id, list, cells);
    return new MuValue.ListRef(id);
  }

  private static String wanted(List<MuParameter> parameters) {
    return parameters.isEmpty()
        ? "an empty object `{}`"
        : parameters.stream()
            .map(parameter -> "`" + parameter.name() + "` (" + wanted(parameter.type()) + ")")
            .collect(Collectors.joining(" and ", "an object with ", ""));
  }

  private static String wanted(MuType type) {
    return switch (type) {
      case MuType.Int() -> "an int";
      case MuType.Bool() -> "a bool";
      case MuType.ListOf _ -> "a list `" + type.print() + "`";
    };
  }

  private static String shown(Value value) {
    String text = ValueJson.print(value);
    return "`"
        + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…")
        + "`";
  }
}
