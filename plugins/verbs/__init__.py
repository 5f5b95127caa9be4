"""What is typed after `inv`: options and their words; each verb opens the `command.py` of one room."""
