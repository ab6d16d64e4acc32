"""Questionnaire folders on disk become values of the domain; what is wrong in them becomes a list of mistakes."""
