package dev.lockstep.notation;

import dev.lockstep.grammar.mu.MuParameter;
import dev.lockstep.grammar.mu.MuProgram;
import dev.lockstep.mu.machine.MuConfiguration;
import dev.lockstep.mu.value.MuValue;
import dev.lockstep.notation.Script.Placed;
import java.util.ArrayList;
import java.util.List;

/// The question of a run: the parameters of `main`, an int digit by digit where it is large, a list
/// element by element with a mark at its end.
record MuQuestion(List<Placed> tokens, List<Placed> scalars) {

  MuQuestion(MuLayout layout, MuWords words, MuConfiguration start) {
    this(new ArrayList<>(), new ArrayList<>());
    for (MuParameter parameter : layout.code().parameters(MuProgram.MAIN)) {
      int role = layout.role(MuProgram.MAIN, parameter.name());
      MuValue value = start.frame().variables().get(parameter.name());
      if (value instanceof MuValue.ListRef(int id)) {
        long place = 0;
        for (MuValue element : start.heap().get(id)) {
          place++;
          for (int token : words.spell(element)) {
            tokens.add(new Placed(token, role, place));
          }
        }
        tokens.add(new Placed(words.end, role, place + 1));
      } else {
        long place = 0;
        for (int token : words.spell(value)) {
          scalars.add(new Placed(token, role, place++));
        }
      }
    }
    tokens.addAll(scalars);
  }
}
