  # The causal decoder. B sequences, T positions, F ids of a token, G ids of a query, D width,
  # H heads, K = D / H. `places` are [sines and cosines to add (longest, D), cosines (longest, K),
  # sines (longest, K), slopes (H)], each of zero size where the position scheme has no use for it.

  # Rotates the halves of each head's vector: (..., T, K) by angles of (T, K).
  def rotate(self: __torch__.M, x: Tensor, cosines: Tensor, sines: Tensor) -> Tensor:
    half = torch.floordiv(torch.size(x, -1), 2)
    first = torch.slice(x, -1, 0, half)
    second = torch.slice(x, -1, half)
    turned = torch.cat([torch.neg(second), first], -1)
    return torch.add(torch.mul(x, cosines), torch.mul(turned, sines))

  # The place in `P` where the layers begin.
  def start(self: __torch__.M, features: int, learned: bool) -> int:
    if learned:
      at = torch.add(features, 1)
    else:
      at = features
    return at

  # The input at `positions`: tokens (..., F), queries (..., G) -> (..., D).
  def begin(self: __torch__.M, tokens: Tensor, queries: Tensor, positions: Tensor, learned: bool, places: List[Tensor], P: List[Tensor]) -> Tensor:
    F = torch.size(tokens, -1)
    G = torch.size(queries, -1)
    x = (self).embed(tokens, P, 0)
    if torch.gt(G, 0):
      x = torch.add(x, (self).embed(queries, P, F))
    if learned:
      x = torch.add(x, torch.embedding(P[torch.add(F, G)], positions))
    if torch.gt(torch.numel(places[0]), 0):
      x = torch.add(x, torch.embedding(places[0], positions))
    return x

  # x (B, T, D) through a whole layer with 14 parameters from `at`.
  def layer(self: __torch__.M, x: Tensor, places: List[Tensor], bias: Tensor, gelu: bool, heads: int, P: List[Tensor], at: int) -> Tensor:
    batch = torch.size(x, 0)
    time = torch.size(x, 1)
    width = torch.size(x, 2)
    shape = [batch, time, heads, torch.floordiv(width, heads)]
    n = (self).norm(x, P, at)
    q = torch.transpose(torch.view((self).linear(n, P, torch.add(at, 2)), shape), 1, 2)
    k = torch.transpose(torch.view(torch.linear(n, P[torch.add(at, 4)]), shape), 1, 2)
    v = torch.transpose(torch.view(torch.linear(n, P[torch.add(at, 5)]), shape), 1, 2)
    if torch.gt(torch.numel(places[1]), 0):
      cosines = torch.slice(places[1], 0, 0, time)
      sines = torch.slice(places[2], 0, 0, time)
      q = (self).rotate(q, cosines, sines)
      k = (self).rotate(k, cosines, sines)
    if torch.gt(torch.numel(bias), 0):
      heard = torch.scaled_dot_product_attention(q, k, v, bias, 0., False)
    else:
      heard = torch.scaled_dot_product_attention(q, k, v, None, 0., True)
    heard = torch.reshape(torch.transpose(heard, 1, 2), [batch, time, width])
    x = torch.add(x, (self).linear(heard, P, torch.add(at, 6)))
    return (self).feedforward(x, P, torch.add(at, 8), gelu)

  # tokens (B, T, F), queries (B, T, G) -> the last layer's output (B, T, D). `settings` are
  # [heads, GELU or not, learned positions or not]; `bias` (H, T, T) is added to the scores where it
  # has elements, and then holds the causal mask too.
  def run(self: __torch__.M, tokens: Tensor, queries: Tensor, settings: Tensor, bias: Tensor, places: List[Tensor], P: List[Tensor]) -> Tensor:
    heads = int(torch.select(settings, 0, 0))
    gelu = bool(torch.select(settings, 0, 1))
    learned = bool(torch.select(settings, 0, 2))
    positions = torch.arange(torch.size(tokens, 1), dtype=4, layout=None, device=ops.prim.device(tokens))
    x = (self).begin(tokens, queries, positions, learned, places, P)
    at = (self).start(torch.add(torch.size(tokens, 2), torch.size(queries, 2)), learned)
    for i in range(torch.floordiv(torch.sub(torch.sub(torch.len(P), at), 4), 14)):
      x = (self).layer(x, places, bias, gelu, heads, P, torch.add(at, torch.mul(i, 14)))
    return x

  # (B, T, classes)
  def logits(self: __torch__.M, tokens: Tensor, queries: Tensor, settings: Tensor, bias: Tensor, places: List[Tensor], P: List[Tensor]) -> Tensor:
    return (self).head((self).run(tokens, queries, settings, bias, places, P), P)

  # The logits at the flat positions `chosen` (n) of B·T: (n, classes).
  def asked(self: __torch__.M, tokens: Tensor, queries: Tensor, chosen: Tensor, settings: Tensor, bias: Tensor, places: List[Tensor], P: List[Tensor]) -> Tensor:
    x = torch.flatten((self).run(tokens, queries, settings, bias, places, P), 0, 1)
    return (self).head(torch.index_select(x, 0, chosen), P)

  # One training step on the positions `chosen` with their `targets`: [loss, accuracy] before it.
  def learn(self: __torch__.M, tokens: Tensor, queries: Tensor, chosen: Tensor, targets: Tensor, rate: Tensor, options: Tensor, settings: Tensor, bias: Tensor, places: List[Tensor], P: List[Tensor], M: List[Tensor], V: List[Tensor], S: List[Tensor]) -> Tensor:
    _0 = torch.set_grad_enabled(True)
    z = (self).asked(tokens, queries, chosen, settings, bias, places, P)
    loss = torch.cross_entropy_loss(z, targets)
    right = torch.mean(torch.eq(torch.argmax(torch.detach(z), 1), targets), dtype=6)
    _1 = (self).update(loss, float(rate), options, P, M, V, S)
    return torch.stack([torch.detach(loss), right])

  # The loss and its gradient for each parameter, for tests: loss first.
  def gradients(self: __torch__.M, tokens: Tensor, queries: Tensor, chosen: Tensor, targets: Tensor, settings: Tensor, bias: Tensor, places: List[Tensor], P: List[Tensor]) -> List[Tensor]:
    _0 = torch.set_grad_enabled(True)
    loss = torch.cross_entropy_loss((self).asked(tokens, queries, chosen, settings, bias, places, P), targets)
    found = torch.grad([loss], P)
    answer = [torch.detach(loss)]
    for i in range(torch.len(P)):
      _1 = torch.append(answer, unchecked_cast(Tensor, found[i]))
    return answer

  # One more position of the lanes `lanes` (n), each at its own place `positions` (n). tokens (n, F),
  # queries (n, G) -> logits (n, classes). The caches (lanes, capacity, H, K) are written in place;
  # `span` is the greatest of positions + 1.
  def step(self: __torch__.M, tokens: Tensor, queries: Tensor, lanes: Tensor, positions: Tensor, span: Tensor, settings: Tensor, places: List[Tensor], keys: List[Tensor], values: List[Tensor], P: List[Tensor]) -> Tensor:
    heads = int(torch.select(settings, 0, 0))
    gelu = bool(torch.select(settings, 0, 1))
    learned = bool(torch.select(settings, 0, 2))
    x = (self).begin(tokens, queries, positions, learned, places, P)
    n = torch.size(x, 0)
    width = torch.size(x, 1)
    shape = [n, heads, torch.floordiv(width, heads)]
    last = int(span)
    distance = torch.sub(torch.unsqueeze(positions, 1), torch.arange(last, dtype=4, layout=None, device=ops.prim.device(positions)))
    future = torch.unsqueeze(torch.lt(distance, 0), 1)
    first = (self).start(torch.add(torch.size(tokens, 1), torch.size(queries, 1)), learned)
    for i in range(torch.len(keys)):
      at = torch.add(first, torch.mul(i, 14))
      m = (self).norm(x, P, at)
      q = torch.view((self).linear(m, P, torch.add(at, 2)), shape)
      k = torch.view(torch.linear(m, P[torch.add(at, 4)]), shape)
      v = torch.view(torch.linear(m, P[torch.add(at, 5)]), shape)
      if torch.gt(torch.numel(places[1]), 0):
        cosines = torch.unsqueeze(torch.embedding(places[1], positions), 1)
        sines = torch.unsqueeze(torch.embedding(places[2], positions), 1)
        q = (self).rotate(q, cosines, sines)
        k = (self).rotate(k, cosines, sines)
      _0 = torch.index_put_(keys[i], annotate(List[Optional[Tensor]], [lanes, positions]), k)
      _1 = torch.index_put_(values[i], annotate(List[Optional[Tensor]], [lanes, positions]), v)
      past = torch.index_select(torch.narrow(keys[i], 1, 0, last), 0, lanes)
      told = torch.index_select(torch.narrow(values[i], 1, 0, last), 0, lanes)
      scores = torch.einsum("nhk,nthk->nht", [torch.div(q, torch.sqrt(torch.size(q, 2))), past])
      if torch.gt(torch.numel(places[3]), 0):
        slopes = torch.view(places[3], [1, -1, 1])
        scores = torch.sub(scores, torch.mul(slopes, torch.unsqueeze(distance, 1)))
      weights = torch.softmax(torch.masked_fill(scores, future, -1.0000000000000000e+30), -1)
      heard = torch.reshape(torch.einsum("nht,nthk->nhk", [weights, told]), [n, width])
      x = torch.add(x, (self).linear(heard, P, torch.add(at, 6)))
      x = (self).feedforward(x, P, torch.add(at, 8), gelu)
    return (self).head(x, P)
