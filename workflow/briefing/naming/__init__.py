"""What a figure is called and how its quantity is printed, wherever people see it: tables, cards, charts, page and workbook."""
