"""The commands, one module each: its options as a value COMMAND, and the function that runs it."""
