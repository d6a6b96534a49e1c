"""Many briefings behind one interface: catalogue, filters and facets."""
