"""The facts behind the figures: look one up (``look_up``), draw some (``draw``), take them out (``export``)."""
