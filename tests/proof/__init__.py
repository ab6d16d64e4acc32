"""Proofs over the whole wizard: whole journeys in a real browser, and every page in every state."""
