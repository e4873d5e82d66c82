package dev.lockstep.mu.machine;

import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.grammar.mu.MuType;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Value;
import dev.lockstep.machine.ValueJson;
import dev.lockstep.mu.code.MuCode;
import dev.lockstep.mu.value.MuTable;
import dev.lockstep.mu.value.MuValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pcollections.ConsPStack;
import org.pcollections.IntTreePMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// Inputs to first configurations: `main`'s parameters from the fields of a JSON object.
final class MuStart {
  private static final int LONGEST_SHOWN = 60;

  private final MuCode code;
  private MuConfiguration now;

  private MuStart(MuCode code, String function) {
    this.code = code;
    this.now = entered(code, function);
  }

  /// A call of `function`, which has no parameters.
  static MuConfiguration entered(MuCode code, String function) {
    return new MuConfiguration(
        MuFrame.entering(function, code.entry(function)),
        ConsPStack.empty(),
        IntTreePMap.empty(),
        IntTreePMap.empty(),
        0,
        0,
        0,
        false,
        Optional.empty());
  }

  /// Throws `InputError` where a parameter is missing, unknown or of another type.
  static MuConfiguration of(MuCode code, Value input) {
    if (code.program().function(MuProgram.MAIN).isEmpty()) {
      throw new InputError("the program has no function `main`; a run starts there");
    }
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
    MuStart start = new MuStart(code, MuProgram.MAIN);
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
      case MuType.Text() when value instanceof Value.Text(String text) -> MuValue.of(text);
      case MuType.ListOf(MuType element) when value instanceof Value.Items(var items) ->
          list(items, element, where);
      case MuType.TupleOf(var types)
          when value instanceof Value.Items(var items) && items.size() == types.size() ->
          new MuValue.TupleValue(
              IntStream.range(0, types.size())
                  .mapToObj(i -> value(items.get(i), types.get(i), "part " + i + " of " + where))
                  .toList());
      case MuType.RecordOf(String name) when value instanceof Value.Fields(var fields) ->
          record(name, fields, where);
      case MuType.Option(MuType held) ->
          value instanceof Value.Nothing
              ? new MuValue.NoneValue()
              : new MuValue.SomeValue(value(value, held, where));
      case MuType.SetOf(MuType element) when value instanceof Value.Items(var items) ->
          table(true, values(items, element, "an element of " + where), List.of());
      case MuType.MapOf(MuType.Text(), MuType held)
          when value instanceof Value.Fields(var fields) ->
          table(
              false,
              fields.keySet().stream().map(MuValue::of).toList(),
              values(fields.values(), held, "a value of " + where));
      case MuType.MapOf _ when value instanceof Value.Fields(var fields) && fields.isEmpty() ->
          table(false, List.of(), List.of());
      case MuType.MapOf(MuType key, MuType held) when value instanceof Value.Items(var items) -> {
        List<MuValue> keys = new ArrayList<>();
        List<MuValue> values = new ArrayList<>();
        for (Value item : items) {
          MuType pair = new MuType.TupleOf(List.of(key, held));
          MuValue made = value(item, pair, "a pair of " + where);
          keys.add(((MuValue.TupleValue) made).parts().getFirst());
          values.add(((MuValue.TupleValue) made).parts().getLast());
        }
        yield table(false, keys, values);
      }
      case MuType _ ->
          throw new InputError(
              "expected " + where + " to be " + wanted(type) + ", found " + shown(value));
    };
  }

  private List<MuValue> values(Collection<Value> items, MuType type, String where) {
    return items.stream().map(item -> value(item, type, where)).toList();
  }

  private MuValue table(boolean set, List<MuValue> keys, List<MuValue> values) {
    int id = now.nextId();
    MuTable table = MuTable.of(set, keys, values);
    now = now.with(id, table, table.cells());
    return new MuValue.TableRef(id);
  }

  private MuValue record(String name, Map<String, Value> fields, String where) {
    List<MuParameter> declared = code.program().record(name).orElseThrow().fields();
    for (String field : fields.keySet()) {
      if (declared.stream().noneMatch(it -> it.name().equals(field))) {
        throw new InputError("unknown field `" + field + "` in " + where);
      }
    }
    List<MuValue> values = new ArrayList<>();
    for (MuParameter field : declared) {
      Value value = fields.get(field.name());
      if (value == null) {
        throw new InputError("no field `" + field.name() + "` in " + where);
      }
      values.add(value(value, field.type(), "`" + field.name() + "` of " + where));
    }
    return new MuValue.RecordValue(name, declared.stream().map(MuParameter::name).toList(), values);
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
      case MuType.Text() -> "a text";
      case MuType.TupleOf(var parts) ->
          "an array of " + parts.size() + " parts `" + type.print() + "`";
      case MuType.RecordOf(String name) -> "an object `" + name + "`";
      case MuType.Option(MuType held) -> wanted(held) + " or null";
      case MuType.SetOf _ -> "an array of elements `" + type.print() + "`";
      case MuType.MapOf(MuType key, _) ->
          (key instanceof MuType.Text ? "an object `" : "an array of pairs `") + type.print() + "`";
      case MuType.Variable(String name, _) -> "a `" + name + "`";
    };
  }

  private static String shown(Value value) {
    String text = ValueJson.print(value);
    return "`"
        + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…")
        + "`";
  }
}
