"""TLS with a checked certificate, login from the environment, and a password that is seen nowhere."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mail_desk import Desk
from mail_server import Post, accept, served

SECRET = "the-secret-word"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1, signed by itself, with its key in the same file."""
    path = tmp_path / "server.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", path, "-out", tmp_path / "certificate.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    path.write_bytes(path.read_bytes() + (tmp_path / "certificate.pem").read_bytes())
    return path


@pytest.fixture
def safe_post(desk: Desk, certificate: Path) -> Iterator[Post]:
    """A server that asks for STARTTLS and then for a login."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    handler = Post()
    more = {"tls_context": context, "require_starttls": True, "auth_required": True, "authenticator": accept(handler)}
    yield from served(handler, desk, more)


def everything_written(folder: Path) -> bytes:
    """The bytes of all files under a folder but the server's own key."""
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_login_over_starttls(
    desk: Desk, safe_post: Post, send, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the right login the messages go out; neither screen, ledger, settings nor messages hold the password."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("BRIEFING_SMTP_USER", "office")
    monkeypatch.setenv("BRIEFING_SMTP_PASSWORD", SECRET)
    desk.configure(security="starttls")
    said = send("--really")
    assert said.status == 0, said.text
    assert [one.split()[1:] for one in safe_post.logins] == [["office", "True"]]
    send()
    assert len(desk.letters()) == 0, "nothing is left to show"
    assert SECRET.encode() not in everything_written(desk.folder) + said.text.encode()
    assert all(SECRET.encode() not in content for _, content in safe_post.letters)


def test_a_wrong_password_is_one_sentence(
    desk: Desk, safe_post: Post, send, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names the variables, not their values, and nothing is sent."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("BRIEFING_SMTP_USER", "office")
    monkeypatch.setenv("BRIEFING_SMTP_PASSWORD", "wrong-" + SECRET)
    desk.configure(security="starttls")
    said = send("--really")
    assert said.status == 1
    assert "BRIEFING_SMTP_PASSWORD" in said.text
    assert SECRET not in said.text
    assert safe_post.letters == []
    assert SECRET.encode() not in everything_written(desk.folder)


def test_a_certificate_that_nobody_vouches_for(
    desk: Desk, safe_post: Post, send, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No login and no message goes to a server that cannot prove its name."""
    monkeypatch.setenv("BRIEFING_SMTP_USER", "office")
    monkeypatch.setenv("BRIEFING_SMTP_PASSWORD", SECRET)
    desk.configure(security="starttls")
    said = send("--really")
    assert said.status == 1
    assert "no safe connection" in said.text
    assert safe_post.logins == []


def test_a_server_without_tls(desk: Desk, post: Post, send) -> None:
    """Where TLS is asked for and not offered, nothing is sent in the clear."""
    desk.configure(security="starttls")
    said = send("--really")
    assert (said.status, post.letters) == (1, [])
    assert "offers no TLS" in said.text


@pytest.mark.parametrize(
    ("mail", "sentence"),
    [
        ({"server": ""}, "names no SMTP server"),
        ({"from": ""}, "names no sender"),
        ({"from": "no address"}, "is no mail address"),
        ({"security": "none", "server": "smtp.example.org"}, "is for a server on this machine"),
        ({"port": 9}, "cannot be reached"),
        ({"password": "x"}, "password: unknown"),
        ({"security": "maybe"}, "expected starttls, tls or none"),
        ({"size_limit_mb": "much"}, "size_limit_mb"),
    ],
)
def test_settings_that_cannot_be(desk: Desk, send, mail: dict[str, object], sentence: str) -> None:
    """Each is one sentence; a password among the settings is refused, since they lie in the repository."""
    desk.configure(**mail)
    said = send("--really")
    assert said.status == 1
    assert sentence in said.text
    assert "Traceback" not in said.text
