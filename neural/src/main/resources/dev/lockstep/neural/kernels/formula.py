  # The loss and its gradients by formula, without the engine's record of operations, a few samples
  # at a time: what a layer keeps for its way back then stays in a core's cache. `Formula` says for
  # which transformers; settings, scenes and shapes are those of `transformer.py`. N positions of a
  # few samples, one after the other. A layer's 14 parameters are the norm's 2, the query's 2, the
  # key's, the value's, the output's 2; the norm's 2, the inner map's 2, the outer map's 2.

  # A few samples' part of an array of a scene.
  def few(self: __torch__.M, x: Tensor, first: int, last: int) -> Tensor:
    if torch.gt(torch.size(x, 0), 1):
      part = torch.slice(x, 0, first, last)
    else:
      part = x
    return part

  # x (N, D) -> (N, E). Adding afterwards is faster than a product that adds.
  def mapped(self: __torch__.M, x: Tensor, P: List[Tensor], at: int) -> Tensor:
    return torch.add_(torch.mm(x, torch.t(P[at])), P[torch.add(at, 1)])

  # The way back of `mapped`: d (N, E) -> (N, D).
  def unmapped(self: __torch__.M, d: Tensor, x: Tensor, P: List[Tensor], G: List[Tensor], at: int) -> Tensor:
    _0 = torch.addmm_(G[at], torch.t(d), x)
    _1 = torch.add_(G[torch.add(at, 1)], torch.sum(d, [0]))
    return torch.mm(d, P[at])

  # [layer norm of x (N, D), means (N, 1), 1 / deviations (N, 1)]
  def levelled(self: __torch__.M, x: Tensor, P: List[Tensor], at: int) -> List[Tensor]:
    y, mean, scale, = torch.native_layer_norm(x, [torch.size(x, -1)], P[at], P[torch.add(at, 1)], 1.0000000000000001e-05)
    return [y, mean, scale]

  # The way back of `levelled`: d (N, D) -> (N, D).
  def unlevelled(self: __torch__.M, d: Tensor, x: Tensor, mean: Tensor, scale: Tensor, P: List[Tensor], G: List[Tensor], at: int) -> Tensor:
    dx, dw, db, = torch.native_layer_norm_backward(d, x, [torch.size(x, -1)], mean, scale, P[at], P[torch.add(at, 1)], [True, True, True])
    _0 = torch.add_(G[at], dw)
    _1 = torch.add_(G[torch.add(at, 1)], db)
    return dx

  # A layer: x (N, D) -> what its way back needs: its result, x, the first norm, the states between,
  # the second norm, before and after the activation, attention.
  def layer(self: __torch__.M, x: Tensor, W: Tensor, bias: Tensor, scene: List[Tensor], o: List[int], rows: int, P: List[Tensor], at: int) -> List[Tensor]:
    m = (self).levelled(x, P, at)
    h = (self).listen(m[0], W, bias, scene, o, rows)
    y = torch.add_((self).mapped(h[0], P, torch.add(at, 6)), x)
    n = (self).levelled(y, P, torch.add(at, 8))
    inner = (self).mapped(n[0], P, torch.add(at, 10))
    if torch.eq(o[1], 1):
      active = torch.gelu(inner)
    else:
      active = torch.relu(inner)
    z = torch.add_((self).mapped(active, P, torch.add(at, 12)), y)
    return torch.add(torch.add(torch.add([z, x], m), torch.add([y], n)), torch.add([inner, active], h))

  # The way back of `layer`, by what it kept: d (N, D), which is lost -> (N, D). `Q` and `R` gather
  # the gradients of W and of the query's bias.
  def unlayer(self: __torch__.M, d: Tensor, kept: List[Tensor], W: Tensor, Q: Tensor, R: Tensor, scene: List[Tensor], o: List[int], rows: int, P: List[Tensor], G: List[Tensor], at: int) -> Tensor:
    da = (self).unmapped(d, kept[10], P, G, torch.add(at, 12))
    if torch.eq(o[1], 1):
      di = torch.gelu_backward(da, kept[9])
    else:
      di = torch.threshold_backward(da, kept[9], 0)
    dn = (self).unmapped(di, kept[6], P, G, torch.add(at, 10))
    d = torch.add_(d, (self).unlevelled(dn, kept[5], kept[7], kept[8], P, G, torch.add(at, 8)))
    dh = (self).unmapped(d, kept[11], P, G, torch.add(at, 6))
    dz = (self).unlisten(dh, torch.slice(kept, 11), scene, o, rows)
    _0 = torch.addmm_(Q, torch.t(dz), kept[2])
    _1 = torch.add_(R, torch.sum(torch.slice(dz, 1, 0, torch.size(d, 1)), [0]))
    return torch.add_(d, (self).unlevelled(torch.mm(dz, W), kept[1], kept[3], kept[4], P, G, at))

  # Forwards, the loss, and backwards from the states x (N, D) at the rows `chosen` of them:
  # [loss, shares that are right, gradient of x].
  def unlose(self: __torch__.M, x: Tensor, chosen: Tensor, targets: Tensor, shares: Tensor, P: List[Tensor], G: List[Tensor]) -> List[Tensor]:
    at = torch.sub(torch.len(P), 4)
    every = torch.eq(torch.size(chosen, 0), torch.size(x, 0))
    if every:
      rows = x
    else:
      rows = torch.index_select(x, 0, chosen)
    n = (self).levelled(rows, P, at)
    said = torch.log_softmax((self).mapped(n[0], P, torch.add(at, 2)), 1)
    wanted = torch.unsqueeze(targets, 1)
    loss = torch.neg(torch.sum(torch.mul(torch.squeeze(torch.gather(said, 1, wanted), 1), shares)))
    right = torch.sum(torch.mul(torch.type_as(torch.eq(torch.argmax(said, 1), targets), shares), shares))
    parts = torch.unsqueeze(shares, 1)
    dz = torch.scatter_add_(torch.mul_(torch.exp_(said), parts), 1, wanted, torch.neg(parts))
    dn = (self).unmapped(dz, n[0], P, G, torch.add(at, 2))
    d = (self).unlevelled(dn, rows, n[1], n[2], P, G, at)
    if every:
      back = d
    else:
      back = torch.index_add_(torch.zeros_like(x), 0, chosen, d)
    return [loss, right, back]

  # Adds the gradients of a few samples: [loss, shares that are right]. `joined` are, for each layer,
  # W, the query's bias and what gathers the gradients of both.
  def turnabout(self: __torch__.M, chosen: Tensor, targets: Tensor, shares: Tensor, scene: List[Tensor], o: List[int], rows: int, joined: List[List[Tensor]], P: List[Tensor], G: List[Tensor]) -> List[Tensor]:
    x = (self).embed(scene[0], P, 0)
    if torch.eq(o[11], 1):
      x = torch.add(x, torch.embedding(P[o[13]], scene[1]))
    if torch.gt(torch.numel(scene[2]), 0):
      x = torch.add(x, scene[2])
    x = torch.flatten(x, 0, 1)
    begin = torch.add(o[13], o[11])
    kept = annotate(List[List[Tensor]], [])
    for i in range(o[5]):
      now = (self).layer(x, joined[i][0], joined[i][1], scene, o, rows, P, torch.add(begin, torch.mul(14, i)))
      x = now[0]
      _0 = torch.append(kept, now)
    found = (self).unlose(x, chosen, targets, shares, P, G)
    d = found[2]
    for j in range(o[5]):
      i = torch.sub(torch.sub(o[5], j), 1)
      w = joined[i]
      d = (self).unlayer(d, kept[i], w[0], w[2], w[3], scene, o, rows, P, G, torch.add(begin, torch.mul(14, i)))
    for f in range(o[13]):
      _1 = torch.index_add_(G[f], 0, torch.flatten(torch.select(scene[0], -1, f)), d)
    if torch.eq(o[11], 1):
      _2 = torch.index_add_(G[o[13]], 0, torch.flatten(scene[1]), d)
    return [found[0], found[1]]

  # The maps to queries, keys and values as one, and the query's bias, both with the scale of scores;
  # and zeros as large.
  def join(self: __torch__.M, o: List[int], P: List[Tensor], at: int) -> List[Tensor]:
    scale = torch.sqrt(torch.floordiv(torch.size(P[at], 1), o[0]))
    W = torch.cat([torch.div(P[at], scale), P[torch.add(at, 2)], P[torch.add(at, 3)]])
    bias = torch.div(P[torch.add(at, 1)], scale)
    return [W, bias, torch.zeros_like(W), torch.zeros_like(bias)]

  # The gradients of what was joined.
  def unjoin(self: __torch__.M, joined: List[Tensor], o: List[int], G: List[Tensor], at: int) -> NoneType:
    width = torch.size(joined[0], 1)
    scale = torch.sqrt(torch.floordiv(width, o[0]))
    parts = torch.split(joined[2], width)
    _0 = torch.add_(G[at], torch.div(parts[0], scale))
    _1 = torch.add_(G[torch.add(at, 1)], torch.div(joined[3], scale))
    _2 = torch.add_(G[torch.add(at, 2)], parts[1])
    _3 = torch.add_(G[torch.add(at, 3)], parts[2])
    return None

  # Adds the gradients of all samples, each of which has a target, to `G`: [loss, shares that are
  # right]. `portions` says how many samples are computed at a time, and in what blocks of queries, or
  # 0 for fused attention.
  def by_formula(self: __torch__.M, chosen: Tensor, targets: Tensor, shares: Tensor, portions: Tensor, settings: Tensor, scene: List[Tensor], P: List[Tensor], G: List[Tensor]) -> Tensor:
    o = (self).options(settings, 0)
    together = int(torch.select(portions, 0, 0))
    rows = int(torch.select(portions, 0, 1))
    batch = torch.size(scene[0], 0)
    time = torch.size(scene[0], 1)
    begin = torch.add(torch.add(o[13], o[11]), 2)
    joined = annotate(List[List[Tensor]], [])
    for i in range(o[5]):
      _0 = torch.append(joined, (self).join(o, P, torch.add(begin, torch.mul(14, i))))
    sums = torch.new_zeros(shares, [2])
    for c in range(torch.floordiv(torch.sub(torch.add(batch, together), 1), together)):
      first = torch.mul(c, together)
      last = torch.add(first, together)
      low = int(torch.searchsorted(chosen, torch.mul(first, time)))
      high = int(torch.searchsorted(chosen, torch.mul(last, time)))
      part = annotate(List[Tensor], [])
      for i in range(torch.len(scene)):
        _1 = torch.append(part, (self).few(scene[i], first, last))
      here = torch.sub(torch.slice(chosen, 0, low, high), torch.mul(first, time))
      found = (self).turnabout(here, torch.slice(targets, 0, low, high), torch.slice(shares, 0, low, high), part, o, rows, joined, P, G)
      sums = torch.add_(sums, torch.stack(found))
    for i in range(o[5]):
      _2 = (self).unjoin(joined[i], o, G, torch.add(begin, torch.mul(14, i)))
    return sums

  def zeros(self: __torch__.M, P: List[Tensor]) -> List[Tensor]:
    G = annotate(List[Tensor], [])
    for i in range(torch.len(P)):
      _0 = torch.append(G, torch.zeros_like(P[i]))
    return G

  # `gather` by formula. A part's gradients are complete before they are added, so that who computes
  # them makes no difference.
  def gather_by_formula(self: __torch__.M, chosen: Tensor, targets: Tensor, shares: Tensor, portions: Tensor, settings: Tensor, scene: List[Tensor], P: List[Tensor], G: List[Tensor]) -> Tensor:
    _0 = torch.set_grad_enabled(False)
    grads = (self).zeros(P)
    found = (self).by_formula(chosen, targets, shares, portions, settings, scene, P, grads)
    torch._foreach_add_(G, grads)
    return found

  # `learn` by formula.
  def learn_by_formula(self: __torch__.M, chosen: Tensor, targets: Tensor, shares: Tensor, rate: Tensor, portions: Tensor, options: Tensor, settings: Tensor, scene: List[Tensor], P: List[Tensor], M: List[Tensor], V: List[Tensor], S: List[Tensor]) -> Tensor:
    _0 = torch.set_grad_enabled(False)
    grads = (self).zeros(P)
    found = (self).by_formula(chosen, targets, shares, portions, settings, scene, P, grads)
    _1 = (self).descend(grads, float(rate), options, P, M, V, S)
    return found
