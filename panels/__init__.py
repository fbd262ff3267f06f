"""The shared pieces of a page: entry, choices, filters, picture, details; the only rooms with session state."""
