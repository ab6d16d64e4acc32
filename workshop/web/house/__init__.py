"""House styles: upload a Word template, judge it, and see how it looks."""
