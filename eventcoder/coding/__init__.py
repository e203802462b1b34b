"""From a sentence's frames to events."""
