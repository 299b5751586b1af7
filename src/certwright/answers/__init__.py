"""The reading half: questions people ask of the record, answered from rows. It never imports the writing half."""
