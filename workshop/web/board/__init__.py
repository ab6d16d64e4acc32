"""The dashboard of the result: panels with pictures, and the answers that each gap rests on."""
