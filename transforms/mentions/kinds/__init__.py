"""What kind of thing a name names: votes, and the rules for teams, ships, ministries and people with the names of places."""
