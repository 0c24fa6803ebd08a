# What all rules share: settings, reports, folders, marks of the code.
from pathlib import Path

from briefing.errors import BriefingError
from briefing.run.closing import told
from briefing.run.code import code_of
from briefing.run.products import Products
from briefing.run.reports import facts_beside, reports_in
from briefing.run.settings import as_json, checked
from briefing.run.start import begin, find_commands
from snakemake.exceptions import WorkflowError

try:
    checked(config)
    REPORTS = reports_in(Path(config["reports_dir"]))
except BriefingError as error:
    raise WorkflowError(str(error)) from None

find_commands()

OUT = config["output_dir"].rstrip("/")
TEMPLATES = config["templates_dir"].rstrip("/")


wildcard_constraints:
    report="[^/]+",
    area=r"\d+",
    chart="[a-z]+-[0-9]+",
