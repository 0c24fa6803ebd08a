"""Set this year's targets beside last year's results: comparable pairs, look-alikes with their reason, and the grouping."""
