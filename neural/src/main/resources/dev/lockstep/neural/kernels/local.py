  # The local model. B sets, G ids of a query, W slots, U kinds of slots (distinct tuples; kind 0
  # stands for a hidden slot), F ids of a kind, D width, H heads, K = D / H.
  #
  # `members` (D, H) is 1 where a column belongs to a head. Keys and values depend on a slot's kind
  # only, so they are computed once a kind, not once a slot.

  # x + Attention for few slots: k, v (W, B, D) looked up by kind, all products elementwise.
  def attend_few(self: __torch__.M, x: Tensor, s: Tensor, kinds: Tensor, hidden: Tensor, members: Tensor, P: List[Tensor], at: int) -> Tensor:
    q = (self).linear((self).norm(x, P, at), P, torch.add(at, 2))
    index = torch.transpose(kinds, 0, 1)
    shut = torch.unsqueeze(torch.transpose(hidden, 0, 1), -1)
    k = torch.embedding(torch.linear(s, P[torch.add(at, 4)]), index)
    v = torch.embedding(torch.linear(s, P[torch.add(at, 5)]), index)
    part = torch.floordiv(torch.size(members, 0), torch.size(members, 1))
    scores = torch.matmul(torch.mul(k, torch.div(q, torch.sqrt(part))), members)
    scores = torch.masked_fill(scores, shut, -1.0000000000000000e+30)
    weights = torch.masked_fill(torch.softmax(scores, 0), shut, 0.)
    heard = torch.sum(torch.mul(torch.matmul(weights, torch.transpose(members, 0, 1)), v), [0])
    return torch.add(x, (self).linear(heard, P, torch.add(at, 6)))

  # x + Attention for many slots: with one query a set, (q Wk) s costs less than q (Wk s), and
  # Wv (weights s) less than weights (Wv s); `seen` (B, W, D) is s looked up by kind.
  def attend_many(self: __torch__.M, x: Tensor, seen: Tensor, hidden: Tensor, members: Tensor, P: List[Tensor], at: int) -> Tensor:
    batch = torch.size(x, 0)
    width = torch.size(members, 0)
    heads = torch.size(members, 1)
    part = torch.floordiv(width, heads)
    q = torch.div((self).linear((self).norm(x, P, at), P, torch.add(at, 2)), torch.sqrt(part))
    q = torch.transpose(torch.view(q, [batch, heads, part]), 0, 1)
    key = torch.view(P[torch.add(at, 4)], [heads, part, width])
    asked = torch.transpose(torch.bmm(q, key), 0, 1)
    shut = torch.unsqueeze(hidden, 1)
    scores = torch.bmm(asked, torch.transpose(seen, 1, 2))
    scores = torch.masked_fill(scores, shut, -1.0000000000000000e+30)
    weights = torch.masked_fill(torch.softmax(scores, -1), shut, 0.)
    heard = torch.transpose(torch.bmm(weights, seen), 0, 1)
    value = torch.transpose(torch.view(P[torch.add(at, 5)], [heads, part, width]), 1, 2)
    v = torch.reshape(torch.transpose(torch.bmm(heard, value), 0, 1), [batch, width])
    return torch.add(x, (self).linear(v, P, torch.add(at, 6)))

  # queries (B, G), tuples (U, F), kinds (B, W) -> logits (B, classes).
  def logits(self: __torch__.M, queries: Tensor, tuples: Tensor, kinds: Tensor, members: Tensor, gelu: Tensor, P: List[Tensor]) -> Tensor:
    G = torch.size(queries, 1)
    at = torch.add(torch.add(G, torch.size(tuples, 1)), 2)
    layers = torch.floordiv(torch.sub(torch.sub(torch.len(P), at), 4), 14)
    hidden = torch.eq(kinds, 0)
    if torch.gt(torch.size(tuples, 0), torch.numel(kinds)):
      table = torch.index_select(tuples, 0, torch.flatten(kinds))
      index = torch.view_as(torch.arange(torch.numel(kinds), dtype=3, layout=None, device=ops.prim.device(kinds)), kinds)
    else:
      table = tuples
      index = kinds
    x = (self).embed(queries, P, 0)
    s = (self).norm((self).embed(table, P, G), P, torch.sub(at, 2))
    many = torch.gt(torch.size(kinds, 1), 8)
    if many:
      seen = torch.embedding(s, index)
    else:
      seen = s
    smooth = bool(gelu)
    for i in range(layers):
      here = torch.add(at, torch.mul(i, 14))
      if many:
        x = (self).attend_many(x, seen, hidden, members, P, here)
      else:
        x = (self).attend_few(x, seen, index, hidden, members, P, here)
      x = (self).feedforward(x, P, torch.add(here, 8), smooth)
    return (self).head(x, P)

  # As many training steps as `chosen` (steps, B) has rows of examples; `rates` are the learning
  # rates. Returns loss and accuracy of each step, before it: (steps, 2).
  def learn(self: __torch__.M, chosen: Tensor, queries: Tensor, tuples: Tensor, kinds: Tensor, targets: Tensor, rates: Tensor, options: Tensor, members: Tensor, gelu: Tensor, P: List[Tensor], M: List[Tensor], V: List[Tensor], S: List[Tensor]) -> Tensor:
    measured = annotate(List[Tensor], [])
    for i in range(torch.size(chosen, 0)):
      _0 = torch.set_grad_enabled(True)
      some = torch.select(chosen, 0, i)
      target = torch.index_select(targets, 0, some)
      z = (self).logits(torch.index_select(queries, 0, some), tuples, torch.index_select(kinds, 0, some), members, gelu, P)
      loss = torch.cross_entropy_loss(z, target)
      right = torch.mean(torch.eq(torch.argmax(torch.detach(z), 1), target), dtype=6)
      _1 = torch.append(measured, torch.stack([torch.detach(loss), right]))
      _2 = (self).update(loss, float(torch.select(rates, 0, i)), options, P, M, V, S)
    return torch.stack(measured)

  # The loss on these sets and its gradient for each parameter, for tests: loss first.
  def gradients(self: __torch__.M, queries: Tensor, tuples: Tensor, kinds: Tensor, targets: Tensor, members: Tensor, gelu: Tensor, P: List[Tensor]) -> List[Tensor]:
    _0 = torch.set_grad_enabled(True)
    loss = torch.cross_entropy_loss((self).logits(queries, tuples, kinds, members, gelu, P), targets)
    found = torch.grad([loss], P)
    answer = [torch.detach(loss)]
    for i in range(torch.len(P)):
      _1 = torch.append(answer, unchecked_cast(Tensor, found[i]))
    return answer
