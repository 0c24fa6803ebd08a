"""What a run as a whole needs: its settings, its reports, marks of its code, a lock, and its closing words."""
