"""Rows for screens: frozen values that cross from a reader to the window. Views know these and nothing below.

All moments are aware UTC; a view shows them in ``zone`` of the shell snapshot. Kinds and states are the plain
words of ``desk.models.words`` (for example stage ``appointment_set``, assistant state ``handed_off``); other words are ready to show.
"""
