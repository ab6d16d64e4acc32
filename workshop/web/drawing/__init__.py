"""From questions to plain data that templates can show."""
