"""What is this case, who is in it, and what did the review find and ask for?"""

from panels.about import advice, body, head
from panels.entry import enter

entered = enter("Case")
head(entered)
body(entered)
advice(entered)
entered.close(only=("later",))
