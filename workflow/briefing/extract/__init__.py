"""Find every metric of a parsed report with its exact place, the comparable and look-alike pairs, and the doubts."""
