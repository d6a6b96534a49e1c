"""Many briefings behind one interface: opened, filtered, counted, indexed."""
