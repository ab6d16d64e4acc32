"""Where someone is on the way through a dossier: progress, the journey line, the model in view, and the way back."""
