"""What `inv bench search` is made of: pages made up, golds scored, indexes built, browsers measured."""
