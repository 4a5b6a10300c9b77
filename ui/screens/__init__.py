"""One module a screen, named as its route names it; each gives its class as `SCREEN`. None imports another."""
