"""Bundle what an office sends: one zip an area, the workbook, the report's page."""
