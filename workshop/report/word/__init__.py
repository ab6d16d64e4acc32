"""The Word face of a report: blocks, styles, parts and pages of a .docx."""
