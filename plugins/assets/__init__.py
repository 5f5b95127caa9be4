"""Sources of the theme and npm packages → the few files that the site serves, and whose they are."""
