"""Frames and figures out: pictures, tables and printed pages to take along."""
