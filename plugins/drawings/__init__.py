"""Content → drawings in SVG, and the facts that their texts must tell as well."""
