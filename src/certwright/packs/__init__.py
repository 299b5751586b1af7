"""What standards and schemes ask, as dated data with sources, and the small code that loads and checks it."""
