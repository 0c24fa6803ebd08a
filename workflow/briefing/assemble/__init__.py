"""Compose the Brief of an area as plain data, and fill the Word and PowerPoint templates with it."""
