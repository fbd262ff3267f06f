"""What could the people in the room know at this step, and nothing of what came later?"""

from panels.entry import enter
from panels.stage import present

present(enter("Present", bare=True))
