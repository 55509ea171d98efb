"""What a page says about itself: title, authors, day, outlet, agency, address, language."""
