"""What comes next, and what does the room say? The facilitator's own window, beside the room's screen."""

from panels.entry import enter
from panels.facilitator import facilitator

facilitator(enter("Facilitator", bare=True))
