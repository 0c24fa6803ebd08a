"""What a run says on the screen: one line for each finished job, and for each failed one what failed and where to look.

Snakemake finds this package by its name; ``logger: briefing`` in profiles/default chooses it. The complete log that
Snakemake keeps under ``.snakemake/log`` is not touched, and where somebody asks for more (``-n``, ``-p``, ``--verbose``,
``--debug-dag``) Snakemake's own words appear.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
from typing import Any

from snakemake_interface_logger_plugins.base import LogHandlerBase
from snakemake_interface_logger_plugins.common import LogEvent

# What Snakemake says of itself. Anything that does not begin like this is shown: rather too much than too little.
CHATTER = (
    "Assuming unrestricted shared filesystem",
    "Building DAG of jobs",
    "Complete log(s)",
    "Config file ",
    "DAG of jobs will be updated",
    "Elapsed time",
    "Execute ",
    "Select jobs",
    "Singularity containers: ignored",
    "Touching output file",
    "Updating checkpoint dependencies",
    "Using shell",
)
# Said once more after each failed job; the job's own line tells it better.
REPEATED = (
    "Exiting because a job execution failed",
    "RuleException:\nCalledProcess",
    "WorkflowError:\nAt least one job did not complete",
)
# What marks the closing words of a run, which are shown whatever they tell of.
CLOSING = "closing"
UNTOLD = frozenset({LogEvent.RUN_INFO, LogEvent.RESOURCES_INFO, LogEvent.SHELLCMD, LogEvent.WORKFLOW_STARTED})


class LogHandler(LogHandlerBase):
    """Prints plain lines instead of Snakemake's blocks."""

    def __post_init__(self) -> None:
        asked = self.common_settings
        self._whole = asked.dryrun or asked.printshellcmds or asked.verbose or asked.debug_dag
        self._running: dict[int, str] = {}
        self._ended: list[str] = []
        # A full disk also takes the log under .snakemake/log; its traceback would bury the sentence that tells so.
        logging.raiseExceptions = False

    @property
    def writes_to_stream(self) -> bool:
        return True

    @property
    def writes_to_file(self) -> bool:
        return False

    @property
    def has_filter(self) -> bool:
        return False

    @property
    def has_formatter(self) -> bool:
        return False

    @property
    def needs_rulegraph(self) -> bool:
        return False

    def emit(self, record: logging.LogRecord) -> None:
        """Print ``record`` in our words, or not at all."""
        event = getattr(record, "event", None)
        text = self.format(record) if self._whole else self._told(event, record)
        if text:
            print(text, file=sys.stdout if self.common_settings.stdout else sys.stderr, flush=True)

    def _told(self, event: LogEvent | None, record: Any) -> str:
        if event == LogEvent.JOB_INFO:
            self._running[record.jobid] = record.rule_msg or ""
        elif event == LogEvent.JOB_FINISHED:
            self._ended.append(self._running.pop(record.job_id, ""))
        elif event == LogEvent.PROGRESS:
            ended, self._ended = self._ended, []
            width = len(str(record.total))
            return "\n".join(f"[{record.done:>{width}}/{record.total}] {what}" for what in ended if what)
        elif event == LogEvent.JOB_ERROR:
            return _failed(self._running.pop(record.jobid, record.rule_name), record)
        elif event not in UNTOLD:
            said = str(record.getMessage())
            if hasattr(record, CLOSING):
                return said
            if os.strerror(errno.ENOSPC) in said:
                return "the disk is full; make room and run again."
            return "" if said.startswith((*CHATTER, *REPEATED)) else said
        return ""


def _failed(what: str, record: Any) -> str:
    lines = [f"failed: {what}"]
    if record.shellcmd:
        lines.append(f"  command: {record.shellcmd.split('>')[0].strip()}")
    lines += [f"  log: {log}" for log in record.log]
    return "\n".join(lines)
