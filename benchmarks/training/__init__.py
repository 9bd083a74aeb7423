"""How the shipped categorisation model is made. Nothing here runs in the product."""
