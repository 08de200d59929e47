"""One lead: the pane beside the board (``pane``) and the wide lead (``wide``)."""
