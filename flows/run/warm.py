"""Imported once by the server that worker processes are forked from: loads what every one of them needs."""

import os

# One thread a process: the cores are shared by processes, and a forked child must not inherit a thread pool. Before numpy is imported.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

from flows.settings import Settings
from transforms.annotate import annotate_text
from transforms.nlp.pipeline import load_model
from transforms.pages.extract import extract_article

load_model(Settings.given().model)
__all__ = ["annotate_text", "extract_article"]
