"""What is kept on disk, and the indexer that keeps it true to the folder."""
