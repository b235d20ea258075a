"""Today: the day in order of time, the next visit at hand, what was promised, and planning a new visit."""
