"""Front matter and files → typed records; the schema is the contract with editors."""
