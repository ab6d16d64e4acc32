"""The field itself: questions, answers, scores, sums and findings. Pure: no files, clock, web or database."""
