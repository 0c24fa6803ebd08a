"""Expressions that a hostile template tries; both kinds of templates refuse every one. ``o`` is an object, ``d`` a mapping, ``t`` a text."""

from __future__ import annotations

EXPRESSIONS = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ o.__dict__ }}",
    "{{ o.method() }}",
    "{{ o.method }}",
    "{{ o.secret }}",
    "{{ d.keys }}",
    "{{ d.items() }}",
    "{{ t.format }}",
    "{{ t|attr('__class__') }}",
    "{{ t|format(1) }}",
    "{{ t|center(1000000000) }}",
    "{{ t|pprint }}",
    "{{ [o]|map(attribute='__class__')|first }}",
    "{{ [o]|map('attr', '__class__')|list }}",
    "{{ [o]|selectattr('__class__')|list|length }}{{ [o]|map(attribute='secret')|first }}",
    "{{ range(10) }}",
    "{{ cycler('a') }}",
    "{{ lipsum() }}",
    "{{ self }}",
    "{{ t * 1000000000 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ [0] * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 10 ** 999999 }}",
    "{{ t|replace('', 'xxxxxxxxxx')" + ("|replace('x', '" + "x" * 40 + "')") * 5 + "|length }}",
    "{% for x in 5 %}{% endfor %}",
    "{% include 'x' %}",
    "{% import 'os' as os %}",
    "{% set x = 1 %}",
    "{% macro a() %}{% endmacro %}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{{ " + "not " * 400 + "t }}",
]


def relationship(kind: str, target: str, external: bool = True) -> bytes:
    """What a hostile hand puts in place of the end of a part's relationships."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="rId99" Type="{office}/{kind}" Target="{target}"{mode}/></Relationships>'.encode()
