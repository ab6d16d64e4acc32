"""Who changed what and when, and taking it back."""
