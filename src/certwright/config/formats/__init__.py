"""How days are written, by language, where pages need another form than Django's own."""
