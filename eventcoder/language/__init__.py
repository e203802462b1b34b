"""What the core knows of words and text, and no parser."""
