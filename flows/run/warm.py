"""Imported once by the server that worker processes are forked from: loads what every one of them needs."""

from transforms.annotate import annotate_text
from transforms.nlp import load_model
from transforms.pages.extract import extract_article

load_model()
__all__ = ["annotate_text", "extract_article"]
