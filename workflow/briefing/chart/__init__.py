"""Choose which metrics make which chart, from a closed list of kinds, and draw it."""
