# What all rules share: settings, reports, folders, marks of the code.
import re
import secrets
from pathlib import Path

from briefing.errors import BriefingError
from briefing.libreoffice import program
from briefing.run.code import code_of
from briefing.run.completeness import recall_flags
from briefing.run.contents import contents_of
from briefing.run.products import Products
from briefing.run.reports import (
    facts_beside,
    only,
    reports_in,
    review_beside,
    reviews_without_report,
)
from briefing.run.settings import as_json, as_words, check
from briefing.run.shards import shards_of
from briefing.run.start import (
    begin,
    end,
    find_commands,
    keep_records,
    limit,
    prints,
    speak_utf8,
    stop,
    warn,
)
from briefing.run.templates import Templates
from briefing.run.years import Years

speak_utf8()

try:
    keep_records(Path(".snakemake"))
    check(config)
    REPORTS = reports_in(Path(config["reports_dir"]))
    CHOSEN = only(REPORTS, config["only"])
    TEMPLATES = Templates(config["templates_dir"], config["template_set"], REPORTS)
    YEARS = Years(REPORTS, config["compare"], config["output_dir"].rstrip("/"))
except BriefingError as error:
    stop(error)

find_commands()
limit(config.get("limits", {}))
warn(reviews_without_report(Path(config["reports_dir"]), REPORTS))
warn(YEARS.remarks)

PDF = prints(config.get("pdf", False))
OUT = config["output_dir"].rstrip("/")
recall_flags(Path(OUT), CHOSEN)
SHARDS = shards_of(YEARS.together(CHOSEN), config["shard_size"])
RUN = secrets.token_hex(8)
OFFICE_FILES = {"decks": "pptx", "summaries": "docx"}


wildcard_constraints:
    report="|".join(map(re.escape, REPORTS)),
    area=r"\d+",
    chart="[a-z]+-[0-9]+",
    document=r"summary\.docx|deck\.pptx",
    shard="shard-[0-9]+-of-[0-9]+",
    documents="decks|summaries",
