"""Reading a case from outside its team: saying why, and who did."""
