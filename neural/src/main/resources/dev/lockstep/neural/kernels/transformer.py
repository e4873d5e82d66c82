  # Transformers of every spec. B samples, T positions, S keys, D width, H heads, K = D / H.
  #
  # `o` are a stack's settings: [heads, GELU, gated, norm (0 layer, 1 RMS, 2 none), norm first,
  # layers, depth (0 fixed, 1 adaptive, 2 halt token), most times, input added again, causal, choice
  # (0 softmax, 1 leftmost, 2 average), learned places, learned biases, features, halt class, attends
  # to a source]. `scene` are its arrays: [tokens, places, added, cosines, sines, mask, distances,
  # tempers, hearing, neighbours, band, mask of the source], without elements where not wanted.

  def normed(self: __torch__.M, x: Tensor, P: List[Tensor], at: int, kind: int) -> Tensor:
    if torch.eq(kind, 0):
      y = torch.layer_norm(x, [torch.size(x, -1)], P[at], P[torch.add(at, 1)], 1.0000000000000001e-05)
    else:
      if torch.eq(kind, 1):
        square = torch.mean(torch.mul(x, x), [-1], True)
        y = torch.mul(torch.mul(x, torch.rsqrt(torch.add(square, 1.0000000000000001e-05))), P[at])
      else:
        y = x
    return y

  def feed(self: __torch__.M, x: Tensor, o: List[int], P: List[Tensor], at: int) -> Tensor:
    inner = (self).linear(x, P, at)
    out = torch.add(at, torch.add(2, o[2]))
    if torch.eq(o[2], 1):
      before = torch.linear(x, P[torch.add(at, 2)])
    else:
      before = inner
    if torch.eq(o[1], 1):
      active = torch.gelu(before)
    else:
      active = torch.relu(before)
    if torch.eq(o[2], 1):
      active = torch.mul(inner, active)
    return (self).linear(active, P, out)

  # How many parameters a norm, and a layer, has.
  def of_norm(self: __torch__.M, o: List[int]) -> int:
    return torch.sub(2, o[3])

  def of_layer(self: __torch__.M, o: List[int]) -> int:
    n = (self).of_norm(o)
    blocks = torch.mul(torch.add(1, o[15]), torch.add(n, 6))
    return torch.add(torch.add(blocks, o[12]), torch.add(torch.add(n, 4), o[2]))

  # How many parameters a stack has.
  def of_stack(self: __torch__.M, o: List[int]) -> int:
    tables = torch.add(o[13], o[11])
    layers = torch.mul(o[5], (self).of_layer(o))
    if torch.eq(o[6], 1):
      halt = 2
    else:
      halt = 0
    return torch.add(torch.add(tables, layers), halt)

  # x (B, T, D) once through all layers.
  def through(self: __torch__.M, x: Tensor, scene: List[Tensor], source: Tensor, o: List[int], P: List[Tensor], begin: int) -> Tensor:
    n = (self).of_norm(o)
    kind = o[3]
    first = torch.eq(o[4], 1)
    none = torch.slice(torch.flatten(source), 0, 0, 0)
    sight = [scene[5], scene[6], scene[7], scene[8], scene[3], scene[4], scene[9], scene[10]]
    across = [scene[11], none, none, none, none, none, none, none]
    each = (self).of_layer(o)
    for i in range(o[5]):
      at = torch.add(torch.add(begin, torch.add(o[13], o[11])), torch.mul(i, each))
      if torch.eq(o[12], 1):
        table = torch.add(at, torch.add(n, 6))
      else:
        table = -1
      causal = torch.eq(o[9], 1)
      if first:
        m = (self).normed(x, P, at, kind)
        x = torch.add(x, (self).attend(m, m, sight, o, causal, o[10], table, P, torch.add(at, n)))
      else:
        x = (self).normed(torch.add(x, (self).attend(x, x, sight, o, causal, o[10], table, P, torch.add(at, n))), P, at, kind)
      at = torch.add(at, torch.add(torch.add(n, 6), o[12]))
      if torch.eq(o[15], 1):
        if first:
          x = torch.add(x, (self).attend((self).normed(x, P, at, kind), source, across, o, False, 0, -1, P, torch.add(at, n)))
        else:
          x = (self).normed(torch.add(x, (self).attend(x, source, across, o, False, 0, -1, P, torch.add(at, n))), P, at, kind)
        at = torch.add(at, torch.add(n, 6))
      if first:
        x = torch.add(x, (self).feed((self).normed(x, P, at, kind), o, P, torch.add(at, n)))
      else:
        x = (self).normed(torch.add(x, (self).feed(x, o, P, torch.add(at, n))), P, at, kind)
    return x

  # Logits from the last parameters: (..., D) -> (..., classes).
  def out(self: __torch__.M, x: Tensor, o: List[int], P: List[Tensor]) -> Tensor:
    at = torch.sub(torch.len(P), 2)
    if torch.eq(o[4], 1):
      y = (self).normed(x, P, torch.sub(at, (self).of_norm(o)), o[3])
    else:
      y = x
    return (self).linear(y, P, at)

  # Tokens of a stack -> [states (B, T, D), ponder cost].
  def stack(self: __torch__.M, scene: List[Tensor], source: Tensor, o: List[int], P: List[Tensor], begin: int) -> List[Tensor]:
    start = (self).embed(scene[0], P, begin)
    if torch.eq(o[11], 1):
      start = torch.add(start, torch.embedding(P[torch.add(begin, o[13])], scene[1]))
    if torch.gt(torch.numel(scene[2]), 0):
      start = torch.add(start, scene[2])
    injected = torch.eq(o[8], 1)
    zero = torch.sum(torch.slice(torch.flatten(start), 0, 0, 0))
    if torch.eq(o[6], 0):
      x = (self).through(start, scene, source, o, P, begin)
      for i in range(torch.sub(o[7], 1)):
        if injected:
          x = torch.add(x, start)
        x = (self).through(x, scene, source, o, P, begin)
      answer = [x, zero]
    else:
      if torch.eq(o[6], 1):
        answer = (self).ponder(start, scene, source, o, P, begin)
      else:
        x = (self).through(start, scene, source, o, P, begin)
        for i in range(torch.sub(o[7], 1)):
          said = torch.argmax((self).out(torch.select(x, 1, 0), o, P), -1)
          going = torch.ne(said, o[14])
          if bool(torch.any(going)):
            if injected:
              again = torch.add(x, start)
            else:
              again = x
            next = (self).through(again, scene, source, o, P, begin)
            x = torch.where(torch.view(going, [-1, 1, 1]), next, x)
        answer = [x, zero]
    return answer

  # Adaptive computation time, step by step as in the plain definition.
  def ponder(self: __torch__.M, start: Tensor, scene: List[Tensor], source: Tensor, o: List[int], P: List[Tensor], begin: int) -> List[Tensor]:
    halt = torch.sub(torch.add(begin, (self).of_stack(o)), 2)
    x = start
    still = torch.ones_like(torch.slice(start, -1, 0, 1))
    total = torch.zeros_like(still)
    mean = torch.zeros_like(start)
    cost = torch.zeros_like(still)
    for i in range(o[7]):
      if torch.mul(torch.eq(o[8], 1), torch.gt(i, 0)):
        again = torch.add(x, start)
      else:
        again = x
      next = (self).through(again, scene, source, o, P, begin)
      x = torch.add(x, torch.mul(torch.sub(next, x), still))
      p = torch.sigmoid((self).linear(x, P, halt))
      if torch.eq(i, torch.sub(o[7], 1)):
        ending = still
      else:
        ending = torch.mul(still, torch.type_as(torch.gt(torch.add(total, p), 0.98999999999999999), still))
      going = torch.sub(still, ending)
      remainder = torch.mul(torch.rsub(total, 1), ending)
      weight = torch.add(torch.mul(p, going), remainder)
      mean = torch.add(mean, torch.mul(x, weight))
      cost = torch.add(torch.add(cost, still), remainder)
      total = torch.add(total, weight)
      still = going
    return [mean, torch.mean(cost)]

  def options(self: __torch__.M, settings: Tensor, row: int) -> List[int]:
    o = annotate(List[int], [])
    for i in range(torch.size(settings, 1)):
      _0 = torch.append(o, int(torch.select(torch.select(settings, 0, row), 0, i)))
    return o

  # settings (stacks, 16), the scenes of all stacks -> [states (B, T, D) of the last, ponder cost].
  def states(self: __torch__.M, settings: Tensor, scene: List[Tensor], P: List[Tensor]) -> List[Tensor]:
    stacks = torch.size(settings, 0)
    o = (self).options(settings, torch.sub(stacks, 1))
    if torch.eq(stacks, 2):
      r = (self).options(settings, 0)
      read = (self).stack(torch.slice(scene, 0, 12), P[0], r, P, 0)
      answer = (self).stack(torch.slice(scene, 12, 24), read[0], o, P, (self).of_stack(r))
    else:
      answer = (self).stack(scene, P[0], o, P, 0)
    return answer

  # [logits (B, T, classes), ponder cost]
  def logits(self: __torch__.M, settings: Tensor, scene: List[Tensor], P: List[Tensor]) -> List[Tensor]:
    found = (self).states(settings, scene, P)
    o = (self).options(settings, torch.sub(torch.size(settings, 0), 1))
    return [(self).out(found[0], o, P), found[1]]

  # The loss at the flat positions `chosen` (n) of B·T, weighted by `shares` (n), which sum to this
  # part's share of the batch, and `cost` times the ponder cost. [loss, shares that are right]
  def lose(self: __torch__.M, chosen: Tensor, targets: Tensor, shares: Tensor, cost: float, settings: Tensor, scene: List[Tensor], P: List[Tensor]) -> List[Tensor]:
    found = (self).states(settings, scene, P)
    o = (self).options(settings, torch.sub(torch.size(settings, 0), 1))
    x = torch.index_select(torch.flatten(found[0], 0, 1), 0, chosen)
    z = (self).out(x, o, P)
    each = torch.cross_entropy_loss(z, targets, None, 0)
    loss = torch.sum(torch.mul(each, shares))
    right = torch.sum(torch.mul(torch.type_as(torch.eq(torch.argmax(torch.detach(z), 1), targets), shares), shares))
    if torch.gt(cost, 0.):
      loss = torch.add(loss, torch.mul(torch.mul(found[1], cost), torch.sum(shares)))
    return [loss, right]

  # One training step: [loss, accuracy] before it.
  def learn(self: __torch__.M, chosen: Tensor, targets: Tensor, shares: Tensor, rate: Tensor, cost: Tensor, options: Tensor, settings: Tensor, scene: List[Tensor], P: List[Tensor], M: List[Tensor], V: List[Tensor], S: List[Tensor]) -> Tensor:
    _0 = torch.set_grad_enabled(True)
    found = (self).lose(chosen, targets, shares, float(cost), settings, scene, P)
    _1 = (self).update(found[0], float(rate), options, P, M, V, S)
    return torch.stack([torch.detach(found[0]), found[1]])

  # Adds a part's gradients to `G`: [its loss, its accuracy], both by its share.
  def gather(self: __torch__.M, chosen: Tensor, targets: Tensor, shares: Tensor, cost: Tensor, settings: Tensor, scene: List[Tensor], P: List[Tensor], G: List[Tensor]) -> Tensor:
    _0 = torch.set_grad_enabled(True)
    found = (self).lose(chosen, targets, shares, float(cost), settings, scene, P)
    grads = (self).derive(found[0], P)
    _1 = torch.set_grad_enabled(False)
    torch._foreach_add_(G, grads)
    return torch.stack([torch.detach(found[0]), found[1]])

  # One step down the gathered gradients, which are then zero again.
  def apply(self: __torch__.M, rate: Tensor, options: Tensor, P: List[Tensor], M: List[Tensor], V: List[Tensor], S: List[Tensor], G: List[Tensor]) -> Tensor:
    _0 = (self).descend(G, float(rate), options, P, M, V, S)
    torch._foreach_zero_(G)
    return rate
