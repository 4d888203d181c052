"use strict";
// Before anything is drawn: the theme that was chosen, so that no page flashes in the other.
{
  const theme = localStorage.getItem("theme");
  if (theme) document.documentElement.dataset.theme = theme;
}
