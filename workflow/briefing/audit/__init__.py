"""Reopen every finished document as a stranger would and check it against the source and the Brief."""
