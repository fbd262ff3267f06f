"""The look of every page: tokens as CSS in style.css; for large type, the reader's own colours and no motion in senses.css."""

from panels.markup import asset

CSS = asset("style.css") + asset("senses.css")
