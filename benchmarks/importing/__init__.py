"""Judged minutes → files of every format, as several programs make them; drafts → how much of the minutes they hold."""
