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

  # The mask for attention: none where positions after oneself are all there is to hide.
  def shut(self: __torch__.M, scene: List[Tensor]) -> Optional[Tensor]:
    if torch.gt(torch.numel(scene[5]), 0):
      mask = annotate(Optional[Tensor], scene[5])
    else:
      mask = annotate(Optional[Tensor], None)
    return mask

  # Attention of few positions to all before them, or to all, in blocks of `rows` queries: q, k and v
  # (B, H, T, K), scores as products -> [heard (B, T, H, K), each block's weights (B H, rows, S)]. At
  # this size the fused operation is slower: each of its products is of few numbers.
  def compared(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, causal: bool, rows: int) -> List[Tensor]:
    batch, heads, time, part, = torch.size(q)
    asked = torch.flatten(q, 0, 1)
    keys = torch.transpose(torch.flatten(k, 0, 1), 1, 2)
    values = torch.flatten(v, 0, 1)
    later = torch.triu(torch.new_full(q, [rows, rows], -1e+30), 1)
    heard = annotate(List[Tensor], [])
    all = annotate(List[Tensor], [])
    for j in range(torch.floordiv(torch.sub(torch.add(time, rows), 1), rows)):
      first = torch.mul(j, rows)
      last = ops.prim.min(torch.add(first, rows), time)
      count = torch.sub(last, first)
      if causal:
        end = last
      else:
        end = time
      scores = torch.bmm(torch.slice(asked, 1, first, last), torch.slice(keys, 2, 0, end))
      if causal:
        _0 = torch.add_(torch.slice(scores, 2, first), torch.slice(torch.slice(later, 0, 0, count), 1, 0, count))
      weights = torch.softmax(scores, -1)
      _1 = torch.append(all, weights)
      found = torch.bmm(weights, torch.slice(values, 1, 0, end))
      _2 = torch.append(heard, torch.transpose(torch.view(found, [batch, heads, count, part]), 1, 2))
    return torch.add([torch.cat(heard, 1)], all)

  # The way back of `compared`: d (B, H, T, K) -> [gradients of q, k and v (B, H, T, K)]. From the
  # last block on, whose keys are all.
  def uncompared(self: __torch__.M, d: Tensor, q: Tensor, k: Tensor, v: Tensor, all: List[Tensor], rows: int) -> List[Tensor]:
    asked = torch.flatten(q, 0, 1)
    keys = torch.flatten(k, 0, 1)
    values = torch.transpose(torch.flatten(v, 0, 1), 1, 2)
    said = torch.reshape(d, torch.size(asked))
    dq = annotate(List[Tensor], [])
    dk = asked
    dv = asked
    for i in range(torch.len(all)):
      j = torch.sub(torch.sub(torch.len(all), 1), i)
      first = torch.mul(j, rows)
      weights = all[j]
      end = torch.size(weights, 2)
      back = torch.slice(said, 1, first, torch.add(first, rows))
      dw = torch.bmm(back, torch.slice(values, 2, 0, end))
      ds = torch._softmax_backward_data(dw, weights, -1, ops.prim.dtype(weights))
      _0 = torch.insert(dq, 0, torch.bmm(ds, torch.slice(keys, 1, 0, end)))
      to_keys = torch.bmm(torch.transpose(ds, 1, 2), torch.slice(asked, 1, first, torch.add(first, rows)))
      to_values = torch.bmm(torch.transpose(weights, 1, 2), back)
      if torch.eq(i, 0):
        dk = to_keys
        dv = to_values
      else:
        _1 = torch.add_(torch.slice(dk, 1, 0, end), to_keys)
        _2 = torch.add_(torch.slice(dv, 1, 0, end), to_values)
    return [torch.view(torch.cat(dq, 1), torch.size(q)), torch.view(dk, torch.size(q)), torch.view(dv, torch.size(q))]

  # Whether attention is `compared` rather than fused.
  def short(self: __torch__.M, scene: List[Tensor], rows: int) -> bool:
    return torch.__and__(torch.gt(rows, 0), torch.eq(torch.numel(scene[5]), 0))

  # Attention by m (N, D) with the joined map W (3 D, D) and the query's bias, both with scores'
  # scale in them: [heard (N, D), q, k, v (B, H, T, K)], and what `compared` or the fused operation
  # keeps.
  def listen(self: __torch__.M, m: Tensor, W: Tensor, bias: Tensor, scene: List[Tensor], o: List[int], rows: int) -> List[Tensor]:
    batch = torch.size(scene[0], 0)
    time = torch.size(scene[0], 1)
    width = torch.size(m, 1)
    z = torch.mm(m, torch.t(W))
    _0 = torch.add_(torch.slice(z, 1, 0, width), bias)
    parts = torch.contiguous(torch.permute(torch.view(z, [batch, time, 3, o[0], -1]), [2, 0, 3, 1, 4]))
    q = torch.select(parts, 0, 0)
    k = torch.select(parts, 0, 1)
    v = torch.select(parts, 0, 2)
    if torch.gt(torch.numel(scene[3]), 0):
      q = (self).turn(q, scene[3], scene[4])
      k = (self).turn(k, scene[3], scene[4])
    if torch.gt(torch.numel(scene[7]), 0):
      q = torch.mul(q, scene[7])
    if (self).short(scene, rows):
      kept = (self).compared(q, k, v, torch.eq(o[9], 1), rows)
      heard = kept[0]
    else:
      mask = (self).shut(scene)
      causal = torch.__and__(torch.eq(o[9], 1), torch.__is__(mask, None))
      found, sums, = torch._scaled_dot_product_flash_attention_for_cpu(q, k, v, 0., causal, attn_mask=mask, scale=1.)
      kept = [found, sums]
      heard = torch.transpose(found, 1, 2)
    y = torch.reshape(heard, [torch.mul(batch, time), width])
    if torch.gt(torch.numel(scene[8]), 0):
      y = torch.mul(y, torch.reshape(scene[8], [-1, 1]))
    return torch.add([y, q, k, v], kept)

  # The way back of `listen`: d (N, D), by what it kept -> (N, 3 D).
  def unlisten(self: __torch__.M, d: Tensor, kept: List[Tensor], scene: List[Tensor], o: List[int], rows: int) -> Tensor:
    batch = torch.size(scene[0], 0)
    time = torch.size(scene[0], 1)
    if torch.gt(torch.numel(scene[8]), 0):
      d = torch.mul(d, torch.reshape(scene[8], [-1, 1]))
    back = torch.transpose(torch.view(d, [batch, time, o[0], -1]), 1, 2)
    if (self).short(scene, rows):
      found = (self).uncompared(back, kept[1], kept[2], kept[3], torch.slice(kept, 5), rows)
      dq = found[0]
      dk = found[1]
      dv = found[2]
    else:
      mask = (self).shut(scene)
      causal = torch.__and__(torch.eq(o[9], 1), torch.__is__(mask, None))
      dq, dk, dv, = torch._scaled_dot_product_flash_attention_for_cpu_backward(back, kept[1], kept[2], kept[3], kept[4], kept[5], 0., causal, attn_mask=mask, scale=1.)
    if torch.gt(torch.numel(scene[7]), 0):
      dq = torch.mul(dq, scene[7])
    if torch.gt(torch.numel(scene[3]), 0):
      dq = (self).turn(dq, scene[3], torch.neg(scene[4]))
      dk = (self).turn(dk, scene[3], torch.neg(scene[4]))
    parts = torch.stack([torch.transpose(dq, 1, 2), torch.transpose(dk, 1, 2), torch.transpose(dv, 1, 2)], 2)
    return torch.view(parts, [torch.size(d, 0), -1])

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

  # Adds the gradients of all samples, each of which has a target, to `G`: [loss, shares that are right]. `portions` says how many
  # samples are computed at a time, and in what blocks of queries, or 0 for fused attention.
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
