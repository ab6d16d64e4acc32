"""The journey map as a picture and as a table."""
