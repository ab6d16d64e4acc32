"""The way in: the start page with its sample, and the way back by a link or a code."""
