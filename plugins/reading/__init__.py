"""Markdown bodies → HTML with stable anchors; the Pelican reader of our format."""
