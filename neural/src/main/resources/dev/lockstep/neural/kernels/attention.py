  # Attention of every kind. B samples, T positions, S keys, D width, H heads, K = D / H.
  #
  # A `sight` is [mask, distances, tempers, hearing, cosines, sines, neighbours, band], without
  # elements where not wanted; `choice` is 0 for softmax, 1 for the leftmost largest score, 2 for the
  # average of the largest.

  # Rotates the halves of each head's vector: (B, H, T, K).
  def turn(self: __torch__.M, x: Tensor, cosines: Tensor, sines: Tensor) -> Tensor:
    half = torch.floordiv(torch.size(x, -1), 2)
    first = torch.slice(x, -1, 0, half)
    second = torch.slice(x, -1, half)
    turned = torch.cat([torch.neg(second), first], -1)
    return torch.add(torch.mul(x, cosines), torch.mul(turned, sines))

  # Scores to weights over the last axis.
  def weigh(self: __torch__.M, scores: Tensor, choice: int) -> Tensor:
    if torch.eq(choice, 0):
      weights = torch.softmax(scores, -1)
    else:
      if torch.eq(choice, 1):
        weights = torch.type_as(torch.one_hot(torch.argmax(scores, -1), torch.size(scores, -1)), scores)
      else:
        largest = torch.type_as(torch.eq(scores, torch.amax(scores, [-1], True)), scores)
        weights = torch.div(largest, torch.sum(largest, [-1], True))
    return weights

  # Attention to all positions: q (B, H, T, K), k and v (B, H, S, K) -> (B, T, D).
  def attend_all(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, mask: Tensor, causal: bool, choice: int) -> Tensor:
    if torch.eq(choice, 0):
      if torch.gt(torch.numel(mask), 0):
        heard = torch.scaled_dot_product_attention(q, k, v, mask, 0., False)
      else:
        heard = torch.scaled_dot_product_attention(q, k, v, None, 0., causal)
    else:
      scores = torch.matmul(torch.div(q, torch.sqrt(torch.size(q, -1))), torch.transpose(k, -2, -1))
      if torch.gt(torch.numel(mask), 0):
        scores = torch.add(scores, mask)
      heard = torch.matmul((self).weigh(scores, choice), v)
    return torch.flatten(torch.transpose(heard, 1, 2), 2)

  # Attention to few listed positions W: q (B, H, T, K), k and v (B, H, T, K) -> (B, T, D).
  def attend_listed(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, mask: Tensor, listed: Tensor, choice: int) -> Tensor:
    batch = torch.size(q, 0)
    heads = torch.size(q, 1)
    part = torch.size(q, 3)
    rows = torch.mul(batch, torch.size(q, 2))
    shape = [batch, torch.size(q, 2), torch.size(listed, 2), heads, part]
    width = torch.mul(heads, part)
    keys = torch.view(torch.embedding(torch.reshape(torch.transpose(k, 1, 2), [rows, width]), listed), shape)
    values = torch.view(torch.embedding(torch.reshape(torch.transpose(v, 1, 2), [rows, width]), listed), shape)
    asked = torch.unsqueeze(torch.transpose(torch.div(q, torch.sqrt(part)), 1, 2), 2)
    scores = torch.transpose(torch.sum(torch.mul(asked, keys), [-1]), 2, 3)
    weights = (self).weigh(torch.add(scores, torch.transpose(mask, 1, 2)), choice)
    heard = torch.sum(torch.mul(torch.unsqueeze(torch.transpose(weights, 2, 3), -1), values), [2])
    return torch.flatten(heard, 2)

  # What is beside each of N blocks of C positions, from x (B, H, T, K): a view (B, H, N, K, S) of x
  # with zeros around it, in which positions recur.
  def beside(self: __torch__.M, x: Tensor, blocks: int, length: int, before: int, after: int) -> Tensor:
    first = torch.mul(before, length)
    last = torch.sub(torch.mul(torch.add(blocks, after), length), torch.size(x, 2))
    padded = torch.constant_pad_nd(x, [0, 0, first, last])
    return torch.unfold(padded, 2, torch.mul(torch.add(1, torch.add(before, after)), length), length)

  # Attention to a band: q, k and v (B, H, T, K), mask (1 or B, 1 or H, N C, S) -> (B, T, D).
  def attend_band(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, mask: Tensor, band: Tensor, choice: int) -> Tensor:
    length = int(torch.select(band, 0, 0))
    before = int(torch.select(band, 0, 1))
    after = int(torch.select(band, 0, 2))
    time = torch.size(q, 2)
    part = torch.size(q, 3)
    blocks = torch.floordiv(torch.size(mask, 2), length)
    scaled = torch.div(q, torch.sqrt(part))
    missing = torch.sub(torch.mul(blocks, length), time)
    if torch.gt(missing, 0):
      scaled = torch.constant_pad_nd(scaled, [0, 0, 0, missing])
    asked = torch.view(scaled, [torch.size(q, 0), torch.size(q, 1), blocks, length, part])
    keys = (self).beside(k, blocks, length, before, after)
    values = torch.transpose((self).beside(v, blocks, length, before, after), -2, -1)
    visible = torch.reshape(mask, [torch.size(mask, 0), torch.size(mask, 1), blocks, length, torch.size(mask, 3)])
    weights = (self).weigh(torch.add(torch.matmul(asked, keys), visible), choice)
    heard = torch.slice(torch.flatten(torch.matmul(weights, values), 2, 3), 2, 0, time)
    return torch.flatten(torch.transpose(heard, 1, 2), 2)

  # x (B, T, D) asks s (B, S, D); eight parameters from `at`: the query's, key's, value's and
  # output's, then where `table` is not negative the learned biases at `table`.
  def attend(self: __torch__.M, x: Tensor, s: Tensor, sight: List[Tensor], o: List[int], causal: bool, choice: int, table: int, P: List[Tensor], at: int) -> Tensor:
    heads = o[0]
    part = torch.floordiv(torch.size(x, 2), heads)
    batch = torch.size(x, 0)
    asking = [batch, torch.size(x, 1), heads, part]
    asked = [batch, torch.size(s, 1), heads, part]
    q = torch.transpose(torch.view((self).linear(x, P, at), asking), 1, 2)
    k = torch.transpose(torch.view(torch.linear(s, P[torch.add(at, 2)]), asked), 1, 2)
    v = torch.transpose(torch.view(torch.linear(s, P[torch.add(at, 3)]), asked), 1, 2)
    if torch.gt(torch.numel(sight[4]), 0):
      q = (self).turn(q, sight[4], sight[5])
      k = (self).turn(k, sight[4], sight[5])
    if torch.gt(torch.numel(sight[2]), 0):
      q = torch.mul(q, sight[2])
    mask = sight[0]
    if torch.ge(table, 0):
      biases = torch.permute(torch.embedding(P[table], sight[1]), [0, 3, 1, 2])
      if torch.gt(torch.numel(mask), 0):
        mask = torch.add(mask, biases)
      else:
        mask = biases
    if torch.gt(torch.numel(sight[7]), 0):
      heard = (self).attend_band(q, k, v, mask, sight[7], choice)
    else:
      if torch.gt(torch.numel(sight[6]), 0):
        heard = (self).attend_listed(q, k, v, mask, sight[6], choice)
      else:
        heard = (self).attend_all(q, k, v, mask, causal, choice)
    if torch.gt(torch.numel(sight[3]), 0):
      heard = torch.mul(heard, sight[3])
    return (self).linear(heard, P, torch.add(at, 4))
