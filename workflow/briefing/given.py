"""Files that people give, as bytes or as settings: read as they are, and never through a link that leads elsewhere."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import BriefingError

_DEEPEST = 20  # levels of a yaml that a person wrote; three are usual


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that an earlier stage or a person made."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BriefingError(f"{path}: cannot be read ({error.strerror}); run the stage that makes it again.") from error


def read_given(path: Path) -> bytes:
    """The bytes of a file from outside; a link that leads out of its folder is not followed."""
    refuse_foreign_link(path)
    return read_bytes(path)


def refuse_foreign_link(path: Path) -> None:
    """BriefingError for a link to a file elsewhere: what lies in a data folder must not make us read, and pack, another file."""
    if path.is_symlink() and path.parent.resolve() not in path.resolve().parents:
        raise BriefingError(f"{path}: is a link that leads out of its folder; put the file itself there.")


def read_settings(path: Path) -> dict[str, object]:
    """The names and values of a YAML file that a person wrote; an empty file holds none."""
    import yaml  # noqa: PLC0415 -- few commands read one

    try:
        text = read_given(path).decode("utf-8-sig")
        depth = 0
        for event in yaml.parse(
            text, yaml.SafeLoader
        ):  # one after another: what is hostile ends here, not in the loader
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
                what = "repeats a part by *name" if depth <= _DEEPEST else f"has more than {_DEEPEST} levels"
                raise BriefingError(
                    f"{path}: {what}, which grows without bounds; write it out, one “name: value” a line."
                )
        told = yaml.safe_load(text)
    except (UnicodeDecodeError, ValueError, RecursionError, yaml.YAMLError) as error:
        where = getattr(error, "problem_mark", None)
        line = f", line {where.line + 1}" if where else ""
        raise BriefingError(f"{path}{line}: is not valid YAML in UTF-8; write one “name: value” a line.") from error
    if told is None:
        return {}
    if not isinstance(told, dict):
        raise BriefingError(
            f"{path}: holds {type(told).__name__}, not names and values; write one “name: value” a line."
        )
    return told
