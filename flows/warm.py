"""Imported once by the server that worker processes are forked from: loads what every one of them needs."""

from transforms.extract import extract_article

from transforms.annotate import annotate_text
from transforms.nlp import load_model

load_model()
__all__ = ["annotate_text", "extract_article"]
