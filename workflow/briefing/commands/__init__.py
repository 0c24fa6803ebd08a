"""The commands behind ``briefing <command>``, one module each: read files, call a stage, write files."""
