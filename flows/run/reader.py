"""What a worker does with a document. The rules and the model are imported where they work: in the workers."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

from flows.run.pool import Failure
from transforms.records import Annotation, Document, Extraction, Rejection


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """One document as a worker read it: the article with what stands in it, or why there is none; CPU seconds of both stages."""

    result: Rejection | tuple[Extraction, Annotation]
    extract_seconds: float = 0.0
    annotate_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents with the language model of this package name or path; empty: the first installed of the known ones.

    `name_languages` are the languages (ISO 639-1) in which names are looked for with the model.
    """

    model: str = ""
    name_languages: tuple[str, ...] = ("en",)

    def read(self, document: Document) -> DocumentRead:
        """The article of a document with what stands in it, in one call."""
        begun = time.process_time()
        extraction = self.extract(document)
        extracted = time.process_time()
        if isinstance(extraction, Rejection):
            return DocumentRead(extraction, extracted - begun)
        result: Rejection | tuple[Extraction, Annotation]
        try:
            result = extraction, self.annotate(extraction)
        except Exception as e:  # whatever a text does to the rules is that text's failure alone
            result = reject(document, "annotate", Failure.of(e))
        return DocumentRead(result, extracted - begun, time.process_time() - extracted)

    def extract(self, document: Document) -> Extraction | Rejection:
        """The article of a document, or why there is none."""
        from transforms.pages.extract import extract_article

        return extract_article(document)

    def annotate(self, extraction: Extraction) -> Annotation:
        """Names and quotes of an article."""
        from transforms.annotate import annotate_extraction

        return annotate_extraction(extraction, self.model, self.name_languages)

    def explain(self, document: Document) -> Rejection | tuple[Extraction, Annotation]:
        """The article of a document and what stands in it, or why there is none."""
        extraction = self.extract(document)
        return extraction if isinstance(extraction, Rejection) else (extraction, self.annotate(extraction))

    def annotate_text(self, text: str) -> Annotation:
        """Names and quotes of a text as somebody gives it."""
        from transforms.annotate import annotate_text

        return annotate_text(text, self.model)


def reject(document: Document, stage: Literal["extract", "annotate"], failure: Failure) -> Rejection:
    """The rejection of a document whose work failed."""
    return Rejection(document.source_uri, document.location, document.content_hash, stage, failure.reason, failure.detail)
