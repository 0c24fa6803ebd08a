"""An Excel workbook opened to be read back. Its library, the heaviest of all, is loaded when a workbook is opened: the commands
that stamp a document open none."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from briefing.errors import BriefingError


def open_workbook(content: bytes, name: str) -> Any:
    """The values of ``content`` as openpyxl's read-only workbook; ``BriefingError`` with ``name`` when it cannot be opened."""
    import openpyxl  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, LookupError, ValueError) as error:
        raise BriefingError(f"{name}: cannot be opened ({error}); run again.") from error
