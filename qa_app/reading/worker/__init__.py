"""Files are read in a process of their own: what is made to harm harms that process alone."""
