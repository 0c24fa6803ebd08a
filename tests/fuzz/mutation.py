"""Inputs for a reader: a seed with a few changes, on the bytes or inside a package's parts, as hypothesis strategies."""

from __future__ import annotations

import io
import zipfile

from corpus import seeds
from hypothesis import strategies as st

PACKAGES = ("docx", "review", "summary", "deck", "returned", "pack")
# What hostile or broken files are made of, by what the reader looks for.
_COMMON = [
    b"",
    b"\x00",
    b"\xff",
    b"\n",
    b"\r",
    b"<",
    b">",
    b"&",
    b'"',
    b"'",
    b"=",
    b"-1",
    b"9" * 40,
    b"1e999",
    b"NaN",
    b"\xef\xbb\xbf",
    b"%s",
]
_WORDS = [
    one.encode()
    for one in "（一） 一、 一是 第十次 2024年 1.5万亿元 百分之 以上 —— ： ； 。 “ ” 《 》 [1] ① 负 点 零 亿 万 ‰ \u202e \u200b \ufeff \U0001f600".split()
] + [b"\xb5\xda", "二、2024年重点工作\n".encode()]
_TOKENS = {
    "txt": _WORDS,
    "html": [*_WORDS, b"<div>", b"</div>", b"<p>", b"<script>", b"<!--", b"<table><tr><td>", b"&nbsp;", b"&#x0;", b"&#1114112;", b"charset=gb2312", b"<br>" * 50, b"<b>" * 300],
    "yaml": [b": ", b"- ", b"&a ", b"*a", b"!!python/object:os.system", b"{", b"[", b"|", b"? ", b"areas:\n", b"plan_year: ", b"recipients:\n", b"[" * 300, b"2024-13-45", b"0x", b"~", b"1_0:0"],
    "csv": [*_WORDS, b",", b'"', b'""', b"\r\n", b"@", b"area", b"address", b"documents", b"=cmd|'/C calc'!A0"],
    "table": [*_WORDS, b",", b'"', b"\r\n", b"Infinity", b"1e400", b"plan"],
    "pdf": [b"/Length 99999999", b"endobj", b"stream", b"endstream", b"<<", b">>", b"[", b"]", b"/Kids [1 0 R]", b"/FlateDecode", b"/Type /Pages", b" 0 R", b"xref", b"trailer", b"/W [1 2 2]", b"BT", b"Tj", b"<FFFF>", b"/Predictor 15", b"/Columns 99999999", b"/Count -1", b"/Prev 0"],
    "xml": [b"<a>", b"</a>", b"<w:p>", b"</w:p>", b"<w:t>", b"]]>", b"<!ENTITY x SYSTEM 'file:///etc/hostname'>", b"<!DOCTYPE a [<!ENTITY b 'b'>]>", b"&b;", b'r="1"', b'count="999999999"', b"{{ x }}", b"{% for a in b %}", b"{% endfor %}", b"{{ ''.__class__ }}", b"<w:r>" * 60, b"xmlns:w=''", b"rId1", b"rId99", b"A1048577", b"XFE1", b'"sha256": 0', b'"files": []', b"[" * 3000],
}  # fmt: skip
_FOR_PACKAGES = [*_COMMON, *_TOKENS["xml"], *_WORDS[:8]]


def inputs(reader: str) -> st.SearchStrategy[bytes]:
    """Files for ``reader``: one to six changes to a seed."""
    seed = st.sampled_from(seeds(reader))
    if reader in PACKAGES:
        in_part = st.tuples(seed, st.integers(0, 200), _changes(_FOR_PACKAGES)).map(lambda one: _in_part(*one))
        on_bytes = st.tuples(seed, _changes(_COMMON)).map(lambda one: _changed(*one))
        return in_part | in_part | in_part | on_bytes
    tokens = [*_COMMON, *_TOKENS[reader]]
    return st.tuples(seed, _changes(tokens)).map(lambda one: _changed(*one))


def _changes(tokens: list[bytes]) -> st.SearchStrategy[list[tuple[str, int, int, bytes]]]:
    """What to do, where (in millionths of the length), how far, with which bytes."""
    what = st.sampled_from(["insert", "replace", "delete", "double", "cut", "move", "flip"])
    token = st.sampled_from(tokens) | st.binary(max_size=8)
    change = st.tuples(what, st.integers(0, 999_999), st.sampled_from([1, 2, 3, 8, 40, 300, 5000]), token)
    return st.lists(change, min_size=1, max_size=6)


def _changed(content: bytes, changes: list[tuple[str, int, int, bytes]]) -> bytes:
    for what, place, length, token in changes:
        at = place * (len(content) + 1) // 1_000_000
        before, part, after = content[:at], content[at : at + length], content[at + length :]
        if what == "insert":
            content = before + token + part + after
        elif what == "replace":
            content = before + token + after
        elif what == "delete":
            content = before + after
        elif what == "double":
            content = before + part * 3 + after
        elif what == "cut":
            content = before if at > len(content) // 2 else content
        elif what == "move":
            content = before + after + part
        else:
            content = before + bytes(one ^ 0xFF for one in part[:3]) + part[3:] + after
    return content[:2_000_000]


def _in_part(content: bytes, which: int, changes: list[tuple[str, int, int, bytes]]) -> bytes:
    """The package with one of its parts changed; the text parts come in turn more often than pictures."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = sorted(parts, key=lambda name: (not name.endswith((".xml", ".rels")), name))
    name = names[which % len(names)]
    parts[name] = _changed(parts[name], changes)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for one, blob in parts.items():
            archive.writestr(zipfile.ZipInfo(one), blob)
    return buffer.getvalue()
