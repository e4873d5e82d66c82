  # What the models share. `P` is the list of all parameters in the order of the spec; `at` is the
  # place in it where a part's own parameters begin. D is the width.

  # The sum of the embeddings of a tuple's features: ids (..., F) -> (..., D).
  def embed(self: __torch__.M, ids: Tensor, P: List[Tensor], at: int) -> Tensor:
    x = torch.embedding(P[at], torch.select(ids, -1, 0))
    for i in range(torch.sub(torch.size(ids, -1), 1)):
      j = torch.add(i, 1)
      x = torch.add(x, torch.embedding(P[torch.add(at, j)], torch.select(ids, -1, j)))
    return x

  # Layer norm over the last axis.
  def norm(self: __torch__.M, x: Tensor, P: List[Tensor], at: int) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, -1)], P[at], P[torch.add(at, 1)], 1.0000000000000001e-05)

  def linear(self: __torch__.M, x: Tensor, P: List[Tensor], at: int) -> Tensor:
    return torch.linear(x, P[at], P[torch.add(at, 1)])

  # x + FeedForward(N(x)), with six parameters from `at`.
  def feedforward(self: __torch__.M, x: Tensor, P: List[Tensor], at: int, gelu: bool) -> Tensor:
    inner = (self).linear((self).norm(x, P, at), P, torch.add(at, 2))
    if gelu:
      active = torch.gelu(inner)
    else:
      active = torch.relu(inner)
    return torch.add(x, (self).linear(active, P, torch.add(at, 4)))

  # Logits from the last four parameters: (..., D) -> (..., classes).
  def head(self: __torch__.M, x: Tensor, P: List[Tensor]) -> Tensor:
    at = torch.sub(torch.len(P), 4)
    return (self).linear((self).norm(x, P, at), P, torch.add(at, 2))

  # The gradient of `loss` for each parameter; zeros where it does not depend on it.
  def derive(self: __torch__.M, loss: Tensor, P: List[Tensor]) -> List[Tensor]:
    found = torch.grad([loss], P, None, None, False, True)
    grads = annotate(List[Tensor], [])
    for i in range(torch.len(P)):
      g = found[i]
      if torch.__is__(g, None):
        grad = torch.zeros_like(P[i])
      else:
        grad = unchecked_cast(Tensor, g)
      _0 = torch.append(grads, grad)
    return grads

  # One step of AdamW (Loshchilov and Hutter 2019) on `P`, in place, down the gradients, which are
  # first scaled to a norm of at most options[1]. options[0] is the weight decay; `M` and `V` are the
  # moments, `S` the step counts.
  def descend(self: __torch__.M, grads: List[Tensor], rate: float, options: Tensor, P: List[Tensor], M: List[Tensor], V: List[Tensor], S: List[Tensor]) -> NoneType:
    total = torch.norm(torch.stack(torch._foreach_norm(grads, 2)), 2)
    scale = torch.div(float(torch.select(options, 0, 1)), torch.add(total, 9.9999999999999995e-07))
    torch._foreach_mul_(grads, torch.clamp(scale, None, 1.))
    torch._foreach_add_(S, 1)
    decay = float(torch.select(options, 0, 0))
    torch._fused_adamw_(P, grads, M, V, annotate(List[Tensor], []), S, lr=rate, beta1=0.90000000000000002, beta2=0.97999999999999998, weight_decay=decay, eps=1e-08, amsgrad=False, maximize=False)
    return None

  # One step down the gradient of `loss`.
  def update(self: __torch__.M, loss: Tensor, rate: float, options: Tensor, P: List[Tensor], M: List[Tensor], V: List[Tensor], S: List[Tensor]) -> NoneType:
    grads = (self).derive(loss, P)
    _0 = torch.set_grad_enabled(False)
    _1 = (self).descend(grads, rate, options, P, M, V, S)
    return None
