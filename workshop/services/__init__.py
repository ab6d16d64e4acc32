"""What one can do with the workshop: start, resume and save a dossier, and make its report."""
