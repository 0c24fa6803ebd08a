"""Pack: the zip of each area, the workbook and the page of a report."""

from briefing.pack.archive import pack_area, refusal, zip_date
from briefing.pack.keypoints import keypoints
from briefing.pack.names import pack_name
from briefing.pack.page import page
from briefing.pack.workbook import workbook
from briefing.pack.workbook_rows import Found

__all__ = ["Found", "keypoints", "pack_area", "pack_name", "page", "refusal", "workbook", "zip_date"]
