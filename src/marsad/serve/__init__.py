"""The workbench: a local web application on one case (`marsad serve`). docs/workbench.md tells how a page is added."""
