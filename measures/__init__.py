"""Frame in, frame out: what a chronology shows when it is counted, compared and read as it looked then."""
