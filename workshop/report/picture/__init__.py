"""Pictures in neutral shapes, and how they are drawn as SVG."""
