"""Trying out other numbers; nothing is kept."""
