"""Real servers on this machine, started and stopped by who asks for them: for tests and for measures."""
