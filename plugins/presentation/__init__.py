"""Records → the words, orders and addresses that templates show: French dates, labels, groups, links."""
