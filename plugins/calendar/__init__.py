"""The next meeting → a record for the banner and an iCalendar file."""
