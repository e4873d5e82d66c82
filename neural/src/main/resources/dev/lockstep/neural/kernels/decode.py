  # The decoder, one position after another. B samples at the same place `p`; the caches `keys` and
  # `values` (B, H, capacity, K), one a layer, are written in place. `tables` are [waves (longest, D),
  # cosines (longest, K), sines (longest, K), slopes (H)], without elements where not wanted.
  # `W` and `Wb` are each layer's query, key and value maps joined: (3 D, D) and (3 D).

  def joined(self: __torch__.M, o: List[int], P: List[Tensor]) -> List[Tensor]:
    maps = annotate(List[Tensor], [])
    for i in range(o[5]):
      at = torch.add(torch.add(o[13], o[11]), torch.add(torch.mul(i, (self).of_layer(o)), (self).of_norm(o)))
      none = torch.zeros_like(P[torch.add(at, 1)])
      _0 = torch.append(maps, torch.cat([P[at], P[torch.add(at, 2)], P[torch.add(at, 3)]]))
      _1 = torch.append(maps, torch.cat([P[torch.add(at, 1)], none, none]))
    return maps

  # tokens (B) at place p -> logits (B, classes). The caches are rings: what was seen `capacity`
  # positions ago is overwritten.
  def position(self: __torch__.M, tokens: Tensor, p: int, longer: bool, maps: List[Tensor], tables: List[Tensor], keys: List[Tensor], values: List[Tensor], o: List[int], P: List[Tensor]) -> Tensor:
    x = torch.embedding(P[0], tokens)
    if torch.eq(o[11], 1):
      x = torch.add(x, torch.select(P[1], 0, p))
    if torch.gt(torch.numel(tables[0]), 0):
      x = torch.add(x, torch.select(tables[0], 0, p))
    n = (self).of_norm(o)
    kind = o[3]
    before = torch.eq(o[4], 1)
    batch = torch.size(x, 0)
    part = torch.floordiv(torch.size(x, 1), o[0])
    capacity = torch.size(keys[0], 2)
    seen = torch.add(p, 1)
    if torch.gt(seen, capacity):
      seen = capacity
    slot = torch.remainder(p, capacity)
    after = torch.add(slot, 1)
    slots = torch.arange(0, seen, dtype=4, layout=None, device=ops.prim.device(x))
    apart = torch.neg(torch.remainder(torch.rsub(slots, p), capacity))
    for i in range(o[5]):
      at = torch.add(torch.add(o[13], o[11]), torch.mul(i, (self).of_layer(o)))
      if before:
        m = (self).normed(x, P, at, kind)
      else:
        m = x
      all = torch.view(torch.linear(m, maps[torch.mul(2, i)], maps[torch.add(torch.mul(2, i), 1)]), [batch, 3, o[0], 1, part])
      q = torch.select(all, 1, 0)
      k = torch.select(all, 1, 1)
      if torch.gt(torch.numel(tables[1]), 0):
        cosines = torch.select(tables[1], 0, p)
        sines = torch.select(tables[2], 0, p)
        q = (self).turn(q, cosines, sines)
        k = (self).turn(k, cosines, sines)
      if longer:
        q = torch.mul(q, torch.log(seen))
      _0 = torch.copy_(torch.slice(keys[i], 2, slot, after), k)
      _1 = torch.copy_(torch.slice(values[i], 2, slot, after), torch.select(all, 1, 2))
      ks = torch.slice(keys[i], 2, 0, seen)
      vs = torch.slice(values[i], 2, 0, seen)
      if torch.eq(o[12], 1):
        table = P[torch.add(at, torch.add(n, 6))]
        radius = torch.floordiv(torch.size(table, 0), 2)
        rows = torch.add(torch.clamp(apart, torch.neg(radius), radius), radius)
        bias = torch.view(torch.transpose(torch.embedding(table, rows), 0, 1), [1, o[0], 1, torch.size(apart, 0)])
        heard = torch.scaled_dot_product_attention(q, ks, vs, bias, 0., False)
      else:
        if torch.gt(torch.numel(tables[3]), 0):
          bias = torch.mul(torch.view(tables[3], [1, -1, 1, 1]), apart)
          heard = torch.scaled_dot_product_attention(q, ks, vs, bias, 0., False)
        else:
          heard = torch.scaled_dot_product_attention(q, ks, vs, None, 0., False)
      heard = (self).linear(torch.reshape(heard, [batch, torch.mul(o[0], part)]), P, torch.add(at, torch.add(n, 4)))
      x = torch.add(x, heard)
      if torch.__not__(before):
        x = (self).normed(x, P, at, kind)
      at = torch.add(at, torch.add(torch.add(n, 6), o[12]))
      if before:
        x = torch.add(x, (self).feed((self).normed(x, P, at, kind), o, P, torch.add(at, n)))
      else:
        x = (self).normed(torch.add(x, (self).feed(x, o, P, torch.add(at, n))), P, at, kind)
    return (self).out(x, o, P)

  # A class for each row of logits (B, classes): the largest, or for uniform numbers in (0, 1] a draw
  # from the softmax at a temperature, among the `most` largest where `most` is not 0.
  def choose(self: __torch__.M, z: Tensor, uniform: Tensor, temperature: float, most: int) -> Tensor:
    if torch.gt(torch.numel(uniform), 0):
      y = torch.div(z, temperature)
      if torch.gt(most, 0):
        largest, _0 = torch.topk(y, most)
        y = torch.masked_fill(y, torch.lt(y, torch.slice(largest, -1, -1)), -1.0000000000000000e+30)
      sums = torch.cumsum(torch.softmax(y, -1), -1)
      mark = torch.mul(torch.unsqueeze(uniform, -1), torch.slice(sums, -1, -1))
      chosen = torch.sum(torch.lt(sums, mark), [-1])
    else:
      chosen = torch.argmax(z, -1)
    return chosen

  # Goes on for as many positions as `forced` (B, steps) has columns. `next` (B) are the tokens at the
  # first of them; what follows is forced where that is not negative, else chosen. `knobs` are [place,
  # logits scaled, halt class or -1, among how many], `uniforms` (B, steps) or nothing. An
  # automaton restricts what is chosen: in state s class c may follow where `allowed` (states, classes)
  # and leads to `following` (states, classes); `state` (B), `done` (B) are carried on in place.
  # -> tokens (B, steps) that follow each position.
  def generate(self: __torch__.M, next: Tensor, forced: Tensor, uniforms: Tensor, temperature: Tensor, knobs: Tensor, state: Tensor, done: Tensor, allowed: Tensor, following: Tensor, settings: Tensor, tables: List[Tensor], keys: List[Tensor], values: List[Tensor], P: List[Tensor]) -> Tensor:
    o = (self).options(settings, 0)
    maps = (self).joined(o, P)
    place = int(torch.select(knobs, 0, 0))
    longer = bool(torch.select(knobs, 0, 1))
    halt = int(torch.select(knobs, 0, 2))
    most = int(torch.select(knobs, 0, 3))
    warmth = float(temperature)
    bound = torch.gt(torch.numel(allowed), 0)
    drawn = torch.gt(torch.numel(uniforms), 0)
    said = annotate(List[Tensor], [])
    token = next
    going = True
    for i in range(torch.size(forced, 1)):
      if going:
        z = (self).position(token, torch.add(place, i), longer, maps, tables, keys, values, o, P)
        if bound:
          z = torch.masked_fill(z, torch.logical_not(torch.index_select(allowed, 0, state)), -1.0000000000000000e+30)
        if drawn:
          uniform = torch.select(uniforms, 1, i)
        else:
          uniform = uniforms
        chosen = (self).choose(z, uniform, warmth, most)
        given = torch.select(forced, 1, i)
        free = torch.lt(given, 0)
        if torch.ge(halt, 0):
          chosen = torch.masked_fill(chosen, done, halt)
        if bound:
          row = torch.index_select(following, 0, state)
          then = torch.squeeze(torch.gather(row, 1, torch.unsqueeze(chosen, 1)), 1)
          moves = torch.logical_and(free, torch.logical_not(done))
          _0 = torch.copy_(state, torch.where(moves, then, state))
        token = torch.where(free, chosen, given)
        if torch.ge(halt, 0):
          _1 = torch.copy_(done, torch.logical_or(done, torch.logical_and(free, torch.eq(chosen, halt))))
          going = torch.__not__(bool(torch.all(done)))
      _2 = torch.append(said, token)
    return torch.stack(said, 1)

  # The logits after one more position of every sample: tokens (B) -> (B, classes).
  def ask(self: __torch__.M, tokens: Tensor, knobs: Tensor, settings: Tensor, tables: List[Tensor], keys: List[Tensor], values: List[Tensor], P: List[Tensor]) -> Tensor:
    o = (self).options(settings, 0)
    place = int(torch.select(knobs, 0, 0))
    longer = bool(torch.select(knobs, 0, 1))
    return (self).position(tokens, place, longer, (self).joined(o, P), tables, keys, values, o, P)

  # Sample b goes on as sample order[b] did: for beams.
  def reorder(self: __torch__.M, order: Tensor, keys: List[Tensor], values: List[Tensor]) -> Tensor:
    for i in range(torch.len(keys)):
      _0 = torch.copy_(keys[i], torch.index_select(keys[i], 0, order))
      _1 = torch.copy_(values[i], torch.index_select(values[i], 0, order))
    return order
