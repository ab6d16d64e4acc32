"""What the answers bring: the result page, its files, the sample, and what one section changed."""
