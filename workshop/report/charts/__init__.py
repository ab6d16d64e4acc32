"""Charts of a report: what they show, and how they become a native Word chart, an SVG or a picture."""
