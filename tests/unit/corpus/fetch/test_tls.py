"""Connections over TLS: to the address that was checked, with the certificate checked for the name."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from corpus.fetch.address import parse_address
from corpus.fetch.archive import Archive
from corpus.fetch.visit import Visit, Visitor
from corpus.web.content import PAGE_TYPES
from tests.news_site import LIMITS, NewsSite, page, resolve

x509 = pytest.importorskip("cryptography.x509")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for gazette.test that signs itself, and its key."""
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "gazette.test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("gazette.test")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return folder / "cert.pem", folder / "key.pem"


@pytest.fixture
def secure_site(certificate: tuple[Path, Path]) -> Iterator[NewsSite]:
    served = NewsSite()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    served._server.socket = context.wrap_socket(served._server.socket, server_side=True)
    for name in ("gazette", "other"):
        served.put(f"{name}.test/a", page("A"))
    yield served
    served.close()


def visit(site: NewsSite, host: str) -> Visit:
    visitor = Visitor(replace(LIMITS, attempts=3), Archive(None), threading.Event(), lambda visit: None, resolve)
    try:
        return visitor.visit(parse_address(f"https://{host}:{site.port}/a"), PAGE_TYPES, 10_000, {})
    finally:
        visitor.close()


def test_certificate_is_checked_for_the_name(secure_site, certificate, monkeypatch) -> None:
    trusting = ssl.create_default_context(cafile=str(certificate[0]))
    monkeypatch.setattr(httpx, "create_ssl_context", lambda **_: trusting)
    assert visit(secure_site, "gazette.test").exchange is not None
    failure = visit(secure_site, "other.test").failure
    assert failure is not None and "no trusted connection" in failure.detail


def test_certificate_that_nobody_trusts_is_refused_and_not_asked_again(secure_site) -> None:
    failure = visit(secure_site, "gazette.test").failure
    assert failure is not None and (failure.reason, failure.may_pass) == ("unreachable", False)
    assert secure_site.log == []
