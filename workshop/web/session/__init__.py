"""Leading a session: the run sheet, the big screen and the cheat sheet."""
