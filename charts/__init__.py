"""Frame in, plotly figure out: swimlanes, strips, matrices, and the palette they share."""
