"""From an official work report to briefing packs: parse, extract, chart, assemble, audit, pack."""
