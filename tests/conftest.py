"""What holds for every test: made-up examples are the same on every run, and nothing is timed."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
