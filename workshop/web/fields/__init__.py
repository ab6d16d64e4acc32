"""What a form of questions sends: the names of its fields, what was typed, drafts, marks and cards."""
