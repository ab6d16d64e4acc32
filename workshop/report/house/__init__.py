"""House styles: a consultant's own Word template, judged before it is opened and made fit for our report."""
