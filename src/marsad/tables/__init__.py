"""The tables as people keep them: looking rows up, checking them, adding to a folder of one's own."""
