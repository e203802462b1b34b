"""What plugins provide, and how it is found."""
