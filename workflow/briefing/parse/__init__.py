"""Read a report file as it comes; give its cleaned text with an offset map and its parts, areas, topics and measures."""
