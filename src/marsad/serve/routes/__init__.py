"""The pages of the workbench, a module each. A module has ROUTES; its line in `marsad.serve.pages` puts it to work."""
