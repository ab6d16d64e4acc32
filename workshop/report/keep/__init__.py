"""Keeping what a consultant changed in Word: an edited report is read back and laid over the next version."""
