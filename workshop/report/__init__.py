"""The advice report: an assessment becomes neutral blocks, and writers turn blocks into Word, HTML or Markdown."""
