"""How numbers, dates and words look to people, in Dutch and in English."""
