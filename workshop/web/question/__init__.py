"""A page of questions: asked, judged, saved while someone types, and left."""
