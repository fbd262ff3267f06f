"""The look of every page: tokens as CSS, in style.css; one layout for both screen sizes."""

from panels.markup import asset

CSS = asset("style.css")
