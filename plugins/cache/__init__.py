"""What was worked out once → the same at the next build, found by the hash of all that it comes from; imports no room."""
