"""The app in a real browser: one server, one browser, ended before other tests begin."""
