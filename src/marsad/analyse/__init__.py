"""What many documents say together: the same event in several of them, who reports it, what contradicts."""
