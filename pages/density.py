"""How much contact was recorded before day 0, by which sector or agency, within a case and between cases?"""

from panels.density_asked import close
from panels.density_figure import picture, reading
from panels.density_head import head
from panels.density_more import cell_events, tables
from panels.density_take import take
from panels.entry import begin
from panels.lead import picture_first

library = begin("Density")
density = head(library)
picture(density)
picture_first(density.asked, density.width)
take(density)
reading(density)
cell_events(density)
tables(density)
close(density.asked)
