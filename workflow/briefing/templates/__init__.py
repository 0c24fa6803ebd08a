"""What people who keep templates need: check them, list their fields, see them filled, tell two versions apart."""
