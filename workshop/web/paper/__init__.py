"""Sheets to print: questions for a pen, and what is still to be found out."""
