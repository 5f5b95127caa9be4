"""What came of each meeting: what is still open and who is charged with it, until when; decisions; from the minutes to what rests on them."""
